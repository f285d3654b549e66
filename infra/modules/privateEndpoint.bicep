metadata description = 'A private endpoint, and the zone in which its name leads to it.'

@description('The endpoint\'s name.')
param name string

@description('Where it is.')
param location string

@description('What every resource is marked with.')
param tags object

@description('The network in which the name is known.')
param networkId string

@description('The subnet that it is in.')
param subnetId string

@description('What is reached through it.')
param targetId string

@description('Which part of that.')
param group string

@description('The zone of such names.')
param zone string

resource endpoint 'Microsoft.Network/privateEndpoints@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    subnet: {
      id: subnetId
    }
    privateLinkServiceConnections: [
      {
        name: group
        properties: {
          privateLinkServiceId: targetId
          groupIds: [
            group
          ]
        }
      }
    ]
  }
}

resource names 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: zone
  location: 'global'
  tags: tags
}

resource known 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: names
  name: 'interactions'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: networkId
    }
  }
}

resource entry 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-05-01' = {
  parent: endpoint
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [
      {
        name: group
        properties: {
          privateDnsZoneId: names.id
        }
      }
    ]
  }
}
