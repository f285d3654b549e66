metadata description = 'The bus. Its queues are those of queues.json, which the local run and the tests read as well.'

@description('The namespace\'s name.')
param name string

@description('Where it is.')
param location string

@description('What every resource is marked with.')
param tags object

@description('Standard or Premium.')
param sku string

@description('Messaging units, of a Premium namespace.')
param units int

@description('Whether it can be reached from outside the private network. A Standard namespace always can.')
param isPublic bool

@description('The app\'s identity.')
param principalId string

@description('Whether the app manages the namespace.')
param isOwner bool

@description('Where logs and metrics go.')
param workspaceId string

var queues = loadJsonContent('../queues.json')

// Azure Service Bus Data Sender and Data Receiver: the app sends wakes and receives them, from the dead-letter queues too.
// Reader, on this namespace alone: the app and the Functions host also count what is on the queues. For that the host's extension asks
// for Data Owner or a role with Microsoft.ServiceBus/namespaces/*/read (MicrosoftDocs/azure-docs#128626), and where it is refused it
// guesses from a peek. Data Receiver has */queues/read alone, and some were refused with it (Azure/Azure-Functions#2379). Reader has
// what is asked for, and makes, changes and deletes no queue, as Data Owner could.
var leastRoles = [
  '69a216fc-b8fb-44d8-bc22-1f3c2cd27a39'
  '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0'
  'acdd72a7-3385-48ef-bd42-f606fba81ae7'
]

// Azure Service Bus Data Owner.
var ownerRole = [
  '090c5cfd-751d-490a-894a-3ce6f1109419'
]

var roles = isOwner ? ownerRole : leastRoles

resource namespace 'Microsoft.ServiceBus/namespaces@2024-01-01' = {
  name: name
  location: location
  tags: tags
  sku: sku == 'Premium' ? {
    name: 'Premium'
    tier: 'Premium'
    capacity: units
  } : {
    name: 'Standard'
    tier: 'Standard'
  }
  properties: {
    disableLocalAuth: true
    minimumTlsVersion: '1.2'
    publicNetworkAccess: isPublic ? 'Enabled' : 'Disabled'
  }
}

// One after the other: a namespace refuses what comes while it makes another.
@batchSize(1)
resource queue 'Microsoft.ServiceBus/namespaces/queues@2024-01-01' = [for each in queues: {
  parent: namespace
  name: each.name
  properties: each.properties
}]

resource mayUse 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in roles: {
  name: guid(namespace.id, principalId, role)
  scope: namespace
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
  }
}]

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-log-analytics'
  scope: namespace
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        categoryGroup: 'allLogs'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
}

@description('The namespace\'s id.')
output id string = namespace.id

@description('The namespace\'s name.')
output name string = namespace.name

@description('Where it answers.')
output hostName string = '${namespace.name}.servicebus.windows.net'

@description('The queues, each by the name that it has in queues.json.')
output queueNames object = toObject(queues, each => each.name, each => each.name)
