metadata description = 'The app: its plan, its settings, and that nobody gets in with a password.'

@description('The app\'s name.')
param name string

@description('The plan\'s name.')
param planName string

@description('Where they are.')
param location string

@description('What every resource is marked with.')
param tags object

@description('As whom the app asks storage, bus and vault.')
param identityId string

@description('The same, as the libraries want to be told.')
param clientId string

@description('The subnet that it calls out from; nothing where there is none.')
param subnetId string

@description('Where logs and metrics go.')
param workspaceId string

@description('Where telemetry is sent.')
param insightsConnectionString string

@description('The storage account.')
param storageName string

@description('Where the published app is put.')
param packagesUrl string

@description('The bus.')
param busHostName string

@description('Its queues.')
param queueNames object

@description('The vault, with a slash at its end.')
param vaultUri string

@description('The address under which Twilio reaches the app; nothing means the one that Azure gives it.')
param publicBaseUrl string

@description('Other sites whose pages may call.')
param corsOrigins string

@description('The hash of the first admin\'s token.')
param adminTokenSha256 string

@description('After how many days a conversation is erased; 0 means never.')
param retentionDays int

@description('The Twilio account.')
param twilioAccountSid string

@description('Where its API is.')
param twilioApiBaseUrl string

@description('Whether the vault has its other token.')
param hasPreviousAuthToken bool

@description('The directory.')
param entraTenantId string

@description('As whom it knows the app.')
param entraAudience string

@description('Where its keys are.')
param entraAuthority string

@description('Who is an admin there.')
param entraAdminRoles string

@description('Who is a supervisor there.')
param entraSupervisorRoles string

@description('Who is an agent there.')
param entraAgentRoles string

@description('What says who somebody is.')
param entraAgentClaim string

@description('As whom the workspace asks it.')
param entraWorkspaceClientId string

@description('What for.')
param entraWorkspaceScope string

@description('A collector.')
param otlpEndpoint string

@description('How it is reached.')
param otlpProtocol string

@description('Whether the vault has headers for it.')
param hasOtlpHeaders bool

@description('Which part of all traces is kept.')
param traceShare string

@description('Instances that always answer HTTP.')
param alwaysReadyHttp int

@description('Instances that always route.')
param alwaysReadyRouting int

@description('Instances that always send.')
param alwaysReadySending int

@description('Up to how many instances there are of each.')
param maximumInstanceCount int

@description('Memory of an instance, in MB.')
param instanceMemoryMB int

@description('Requests that an instance answers at once.')
param httpConcurrency int

@description('Whether instances are spread over zones.')
param zoneRedundant bool

// Every queue's function has instances of its own, and so has all of HTTP together.
var alwaysReady = [
  {
    name: 'http'
    instanceCount: alwaysReadyHttp
  }
  {
    name: 'function:Route'
    instanceCount: alwaysReadyRouting
  }
  {
    name: 'function:Send'
    instanceCount: alwaysReadySending
  }
]

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
    zoneRedundant: zoneRedundant
  }
}

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: name
  location: location
  tags: union(tags, {
    'azd-service-name': 'app'
  })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    publicNetworkAccess: 'Enabled'
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packagesUrl
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        alwaysReady: filter(alwaysReady, group => group.instanceCount > 0)
        maximumInstanceCount: maximumInstanceCount
        instanceMemoryMB: instanceMemoryMB
        triggers: {
          http: {
            perInstanceConcurrency: httpConcurrency
          }
        }
      }
    }
  }
}

// What publishes comes with a token of the directory.
resource noFtp 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: app
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource noPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: app
  name: 'scm'
  properties: {
    allow: false
  }
}

var address = empty(publicBaseUrl) ? 'https://${app.properties.defaultHostName}' : publicBaseUrl

var settings = {
  // The app and the host ask as the same identity: the app through AZURE_CLIENT_ID, the host through what begins like each connection.
  AZURE_CLIENT_ID: clientId
  AzureWebJobsDisableHomepage: 'true'
  AzureWebJobsStorage__accountName: storageName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: clientId
  ServiceBus__fullyQualifiedNamespace: busHostName
  ServiceBus__credential: 'managedidentity'
  ServiceBus__clientId: clientId
  RoutingQueue: queueNames.routing
  OutboundQueue: queueNames.outbound
  TimeoutsQueue: queueNames.timeouts
  Interactions__Environment: 'Production'
  Interactions__PublicBaseUrl: address
  Twilio__AccountSid: twilioAccountSid
  Twilio__AuthToken: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/twilio-auth-token/)'
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
  // The exporters of host and app understand this, and would keep five traces a second otherwise.
  OTEL_TRACES_SAMPLER: 'microsoft.fixed_percentage'
  OTEL_TRACES_SAMPLER_ARG: traceShare
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${clientId};Authorization=AAD'
}

// A setting that is there and empty is not the same to everybody as one that is not there.
var optionalSettings = {
  Interactions__CorsOrigins: corsOrigins
  Interactions__AdminTokenSha256: adminTokenSha256
  Interactions__RetentionDays: retentionDays > 0 ? string(retentionDays) : ''
  Twilio__PreviousAuthToken: hasPreviousAuthToken ? '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/twilio-previous-auth-token/)' : ''
  Twilio__ApiBaseUrl: twilioApiBaseUrl
  Entra__TenantId: entraTenantId
  Entra__Audience: entraAudience
  Entra__Authority: entraAuthority
  Entra__Roles__Admin: entraAdminRoles
  Entra__Roles__Supervisor: entraSupervisorRoles
  Entra__Roles__Agent: entraAgentRoles
  Entra__AgentClaim: entraAgentClaim
  Entra__WorkspaceClientId: entraWorkspaceClientId
  Entra__WorkspaceScope: entraWorkspaceScope
  OTEL_EXPORTER_OTLP_ENDPOINT: otlpEndpoint
  OTEL_EXPORTER_OTLP_PROTOCOL: otlpProtocol
  OTEL_EXPORTER_OTLP_HEADERS: hasOtlpHeaders ? '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/otlp-headers/)' : ''
}

var givenSettings = filter(items(optionalSettings), setting => !empty(setting.value))

// All settings of the app are these: what somebody set by hand is gone after the next deployment.
resource appSettings 'Microsoft.Web/sites/config@2024-11-01' = {
  parent: app
  name: 'appsettings'
  properties: union(settings, toObject(givenSettings, setting => setting.key, setting => setting.value))
}

// What the host and the app log goes to Application Insights already. Not the requests: their addresses say what people look for.
resource platformMetrics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-log-analytics'
  scope: app
  properties: {
    workspaceId: workspaceId
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
}

@description('The app\'s id.')
output id string = app.id

@description('The app\'s name.')
output name string = app.name

@description('Where it answers.')
output publicBaseUrl string = address
