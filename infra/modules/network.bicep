metadata description = 'The private network: where the app calls out from, and where the endpoints are.'

@description('What the network and its parts are called.')
param name string

@description('Where it is.')
param location string

@description('What every resource is marked with.')
param tags object

@description('The addresses of the network; a /24 at least.')
param addresses string

// Twilio and the directory are outside. Through the gateway they are reached, and always from the same address.
resource address 'Microsoft.Network/publicIPAddresses@2025-05-01' = {
  name: 'pip-${name}'
  location: location
  tags: tags
  sku: {
    name: 'Standard'
  }
  properties: {
    publicIPAllocationMethod: 'Static'
  }
}

resource gateway 'Microsoft.Network/natGateways@2025-05-01' = {
  name: 'nat-${name}'
  location: location
  tags: tags
  sku: {
    name: 'Standard'
  }
  properties: {
    publicIpAddresses: [
      {
        id: address.id
      }
    ]
  }
}

resource network 'Microsoft.Network/virtualNetworks@2025-05-01' = {
  name: 'vnet-${name}'
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: [
        addresses
      ]
    }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: cidrSubnet(addresses, 25, 0)
          defaultOutboundAccess: false
          natGateway: {
            id: gateway.id
          }
          delegations: [
            {
              name: 'flex-consumption'
              properties: {
                serviceName: 'Microsoft.App/environments'
              }
            }
          ]
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: cidrSubnet(addresses, 26, 2)
          defaultOutboundAccess: false
          privateEndpointNetworkPolicies: 'Disabled'
        }
      }
    ]
  }
}

@description('The network\'s id.')
output networkId string = network.id

@description('The subnet that the app calls out from.')
output appSubnetId string = '${network.id}/subnets/app'

@description('The subnet that the private endpoints are in.')
output endpointsSubnetId string = '${network.id}/subnets/endpoints'
