targetScope = 'resourceGroup'

metadata description = 'Everything that Interactions runs on in Azure: see docs/infra.md.'

@description('What this installation is called, in names and tags: prod, test. Lower-case letters, digits and hyphens.')
@minLength(1)
@maxLength(20)
param environmentName string

@description('Where everything is. Flex Consumption has to be offered there.')
param location string = resourceGroup().location

@description('Who is told when an alert fires: an email address, best that of a team.')
@minLength(3)
param alertEmail string

@description('The SID of the Twilio account: AC and 32 more characters.')
@minLength(34)
@maxLength(34)
param twilioAccountSid string

@description('The auth token of the Twilio account. Needed the first time; later, nothing leaves the token that is in the vault.')
@secure()
param twilioAuthToken string = ''

@description('While the Twilio token is changed: the other one of the two, which is accepted too. Nothing accepts only the first.')
@secure()
param twilioPreviousAuthToken string = ''

@description('Where Twilio\'s REST API is, for accounts in another region than US1. Nothing means https://api.twilio.com.')
param twilioApiBaseUrl string = ''

@description('The address under which Twilio reaches the app, where it has a name of its own, like https://interactions.example.com. Nothing means the name that Azure gives it.')
param publicBaseUrl string = ''

@description('Other sites whose pages may call the API, parted by commas. Nothing means none.')
param corsOrigins string = ''

@description('The SHA-256 of the first admin\'s token, in 64 hexadecimal digits. Nothing means that there is no such admin.')
param adminTokenSha256 string = ''

@description('After how many days without anything new a conversation is erased. 0 means never.')
@minValue(0)
@maxValue(36500)
param retentionDays int = 0

@description('The directory whose tokens agents come in with: its id. Nothing means that no such tokens are taken.')
param entraTenantId string = ''

@description('The client id of the app registration that stands for this API. Needed with entraTenantId.')
param entraAudience string = ''

@description('Where the directory publishes its keys, where that is not where it usually is.')
param entraAuthority string = ''

@description('App roles or ids of groups that are admins, parted by commas. Nothing means Interactions.Admin.')
param entraAdminRoles string = ''

@description('App roles or ids of groups that are supervisors, parted by commas. Nothing means Interactions.Supervisor.')
param entraSupervisorRoles string = ''

@description('App roles or ids of groups that are agents, parted by commas. Nothing means Interactions.Agent.')
param entraAgentRoles string = ''

@description('The claim that is an agent\'s id. Nothing means preferred_username, and oid where there is none.')
param entraAgentClaim string = ''

@description('The client id as which the workspace asks the directory for tokens. Nothing means that nobody signs in there with it.')
param entraWorkspaceClientId string = ''

@description('The scope that the workspace asks for. Nothing means everything that the API\'s registration offers.')
param entraWorkspaceScope string = ''

@description('A collector that traces and metrics are sent to as well, by OTLP. Nothing means Application Insights alone.')
param otlpEndpoint string = ''

@description('How traces and metrics go to that collector. Nothing means as its library does by itself.')
@allowed(['', 'grpc', 'http/protobuf'])
param otlpProtocol string = ''

@description('Headers for that collector, like api-key=…; kept in the vault. Nothing means none.')
@secure()
param otlpHeaders string = ''

@description('Which part of all traces Application Insights gets, from 0 to 1. Without it, it would be five a second, and what is logged within the others would be missing too.')
param traceShare string = '1'

@description('Instances that always run and answer HTTP. Twilio waits 15 s for an answer, and a start from nothing may take 30 s: never 0.')
@minValue(1)
@maxValue(100)
param alwaysReadyHttp int = 1

@description('Instances that always run and route. 0 is cheaper: the first offer after some quiet minutes then waits until one has started.')
@minValue(0)
@maxValue(100)
param alwaysReadyRouting int = 0

@description('Instances that always run and send replies. 0 is cheaper: the first reply after some quiet minutes then waits until one has started.')
@minValue(0)
@maxValue(100)
param alwaysReadySending int = 0

@description('Up to how many instances run of each: HTTP, timers, and every queue.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 100

@description('Memory of an instance, in MB. More memory comes with more CPU.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('How many requests an instance answers at once, until there is another. Agents who wait for news hold a request each, and cost next to nothing.')
@minValue(1)
@maxValue(1000)
param httpConcurrency int = 200

@description('Whether instances are spread over the zones of the region. Takes at least 2 always-ready instances, and a region that has zones.')
param zoneRedundant bool = false

@description('How often storage keeps every row: ZRS in three zones of the region, LRS in one, GRS and GZRS in another region too.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS', 'Standard_RAGRS', 'Standard_RAGZRS'])
param storageSku string = 'Standard_ZRS'

@description('Standard gives 1,000 operations a second and costs next to nothing. Premium gives units of its own and private endpoints; a namespace cannot be changed from one to the other.')
@allowed(['Standard', 'Premium'])
param serviceBusSku string = 'Standard'

@description('Messaging units of a Premium namespace. Standard has none.')
@allowed([1, 2, 4, 8, 16])
param serviceBusUnits int = 1

@description('Whether the app manages the bus, instead of using it. Only for a bus that refuses to count its queues otherwise: GET /api/ready says so.')
param serviceBusOwner bool = false

@description('Whether storage and vault, and a Premium bus, can be reached over a private network alone. The app itself stays public, for Twilio.')
param privateNetwork bool = false

@description('The addresses of that private network; a /24 at least.')
param networkAddresses string = '10.42.0.0/24'

@description('How many days logs and metrics are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 90

@description('How many GB of logs and metrics are taken in a day; alerts see nothing beyond it. -1 means as many as come.')
param logDailyCapGb int = 5

@description('Whether every read and write of a row is logged too. That is several lines a message, and costs accordingly.')
param logStorageRequests bool = false

@description('More repairs of the sweep than these in 15 minutes, and somebody is told.')
@minValue(1)
param sweepRepairsLimit int = 20

@description('For how many seconds a customer may wait in a queue before somebody is told.')
@minValue(1)
param oldestWaiterSeconds int = 900

@description('How many first answers may be late within 15 minutes before somebody is told.')
@minValue(0)
param slaBreachesLimit int = 0

@description('How many answers 5xx there may be in 5 minutes before somebody is told.')
@minValue(0)
param serverErrorsLimit int = 5

// Letters and digits that are this installation's own, and the same every time.
var token = uniqueString(subscription().id, resourceGroup().id, environmentName)
var tags = {
  'azd-env-name': environmentName
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-${environmentName}-${token}'
  location: location
  tags: tags
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    workspaceName: 'log-${environmentName}-${token}'
    insightsName: 'appi-${environmentName}-${token}'
    location: location
    tags: tags
    retentionDays: logRetentionDays
    dailyCapGb: logDailyCapGb
    principalId: identity.properties.principalId
  }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  name: 'network'
  params: {
    name: '${environmentName}-${token}'
    location: location
    tags: tags
    addresses: networkAddresses
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    name: 'st${token}'
    location: location
    tags: tags
    sku: storageSku
    isPublic: !privateNetwork
    principalId: identity.properties.principalId
    workspaceId: monitoring.outputs.workspaceId
    logRequests: logStorageRequests
  }
}

module bus 'modules/bus.bicep' = {
  name: 'bus'
  params: {
    name: 'sb-${environmentName}-${token}'
    location: location
    tags: tags
    sku: serviceBusSku
    units: serviceBusUnits
    isPublic: !privateNetwork || serviceBusSku != 'Premium'
    principalId: identity.properties.principalId
    isOwner: serviceBusOwner
    workspaceId: monitoring.outputs.workspaceId
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    name: 'kv-${token}'
    location: location
    tags: tags
    isPublic: !privateNetwork
    principalId: identity.properties.principalId
    workspaceId: monitoring.outputs.workspaceId
    twilioAuthToken: twilioAuthToken
    twilioPreviousAuthToken: twilioPreviousAuthToken
    otlpHeaders: otlpHeaders
  }
}

// Blobs are where the host keeps its locks and the published app, tables are where everything else is.
module blobEndpoint 'modules/privateEndpoint.bicep' = if (privateNetwork) {
  name: 'blobEndpoint'
  params: {
    name: 'pe-blob-${token}'
    location: location
    tags: tags
    networkId: network!.outputs.networkId
    subnetId: network!.outputs.endpointsSubnetId
    targetId: storage.outputs.id
    group: 'blob'
    zone: 'privatelink.blob.${environment().suffixes.storage}'
  }
}

module tableEndpoint 'modules/privateEndpoint.bicep' = if (privateNetwork) {
  name: 'tableEndpoint'
  params: {
    name: 'pe-table-${token}'
    location: location
    tags: tags
    networkId: network!.outputs.networkId
    subnetId: network!.outputs.endpointsSubnetId
    targetId: storage.outputs.id
    group: 'table'
    zone: 'privatelink.table.${environment().suffixes.storage}'
  }
}

module vaultEndpoint 'modules/privateEndpoint.bicep' = if (privateNetwork) {
  name: 'vaultEndpoint'
  params: {
    name: 'pe-vault-${token}'
    location: location
    tags: tags
    networkId: network!.outputs.networkId
    subnetId: network!.outputs.endpointsSubnetId
    targetId: vault.outputs.id
    group: 'vault'
    zone: 'privatelink.vaultcore.azure.net'
  }
}

// A Standard namespace has no private endpoints: it stays public, and takes tokens of the directory alone.
module busEndpoint 'modules/privateEndpoint.bicep' = if (privateNetwork && serviceBusSku == 'Premium') {
  name: 'busEndpoint'
  params: {
    name: 'pe-bus-${token}'
    location: location
    tags: tags
    networkId: network!.outputs.networkId
    subnetId: network!.outputs.endpointsSubnetId
    targetId: bus.outputs.id
    group: 'namespace'
    zone: 'privatelink.servicebus.windows.net'
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    name: 'func-${take(environmentName, 12)}-${token}'
    planName: 'plan-${environmentName}-${token}'
    location: location
    tags: tags
    identityId: identity.id
    clientId: identity.properties.clientId
    subnetId: privateNetwork ? network!.outputs.appSubnetId : ''
    workspaceId: monitoring.outputs.workspaceId
    insightsConnectionString: monitoring.outputs.insightsConnectionString
    storageName: storage.outputs.name
    packagesUrl: storage.outputs.packagesUrl
    busHostName: bus.outputs.hostName
    queueNames: bus.outputs.queueNames
    vaultUri: vault.outputs.uri
    publicBaseUrl: publicBaseUrl
    corsOrigins: corsOrigins
    adminTokenSha256: adminTokenSha256
    retentionDays: retentionDays
    twilioAccountSid: twilioAccountSid
    twilioApiBaseUrl: twilioApiBaseUrl
    hasPreviousAuthToken: !empty(twilioPreviousAuthToken)
    entraTenantId: entraTenantId
    entraAudience: entraAudience
    entraAuthority: entraAuthority
    entraAdminRoles: entraAdminRoles
    entraSupervisorRoles: entraSupervisorRoles
    entraAgentRoles: entraAgentRoles
    entraAgentClaim: entraAgentClaim
    entraWorkspaceClientId: entraWorkspaceClientId
    entraWorkspaceScope: entraWorkspaceScope
    otlpEndpoint: otlpEndpoint
    otlpProtocol: otlpProtocol
    hasOtlpHeaders: !empty(otlpHeaders)
    traceShare: traceShare
    alwaysReadyHttp: alwaysReadyHttp
    alwaysReadyRouting: alwaysReadyRouting
    alwaysReadySending: alwaysReadySending
    maximumInstanceCount: maximumInstanceCount
    instanceMemoryMB: instanceMemoryMB
    httpConcurrency: httpConcurrency
    zoneRedundant: zoneRedundant
  }
  // It starts when it is made, and then has to find what it keeps its locks and secrets in.
  dependsOn: [
    blobEndpoint
    tableEndpoint
    vaultEndpoint
    busEndpoint
  ]
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    environmentName: environmentName
    location: location
    tags: tags
    email: alertEmail
    workspaceId: monitoring.outputs.workspaceId
    busId: bus.outputs.id
    sweepRepairsLimit: sweepRepairsLimit
    oldestWaiterSeconds: oldestWaiterSeconds
    slaBreachesLimit: slaBreachesLimit
    serverErrorsLimit: serverErrorsLimit
  }
}

module workbook 'modules/workbook.bicep' = {
  name: 'workbook'
  params: {
    environmentName: environmentName
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
  }
}

@description('The app, for whoever publishes to it.')
output appName string = app.outputs.name

@description('Where it answers.')
output appUrl string = app.outputs.publicBaseUrl

@description('What Twilio is told to call when a message comes in.')
output twilioWebhookUrl string = '${app.outputs.publicBaseUrl}/api/twilio/inbound'

@description('What Twilio is told to call when that was not answered.')
output twilioFallbackUrl string = '${app.outputs.publicBaseUrl}/api/twilio/fallback'

@description('Where the tables are.')
output storageAccountName string = storage.outputs.name

@description('Where the queues are.')
output serviceBusNamespace string = bus.outputs.name

@description('Where the tokens of Twilio are.')
output keyVaultName string = vault.outputs.name

@description('Where logs and metrics are asked for.')
output workspaceId string = monitoring.outputs.workspaceId
