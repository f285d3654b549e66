metadata description = 'The vault with what nobody may know: the tokens of Twilio.'

@description('The vault\'s name.')
param name string

@description('Where it is.')
param location string

@description('What every resource is marked with.')
param tags object

@description('Whether it can be reached from outside the private network.')
param isPublic bool

@description('The app\'s identity.')
param principalId string

@description('Where logs and metrics go.')
param workspaceId string

@description('Twilio\'s token; nothing leaves the one that is there.')
@secure()
param twilioAuthToken string

@description('The other token of Twilio, while it is changed.')
@secure()
param twilioPreviousAuthToken string

@description('Headers for a collector.')
@secure()
param otlpHeaders string

// Key Vault Secrets User: reads secrets, and neither lists who may nor changes one.
var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: subscription().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enablePurgeProtection: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    publicNetworkAccess: isPublic ? 'Enabled' : 'Disabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: isPublic ? 'Allow' : 'Deny'
    }
  }
}

resource authToken 'Microsoft.KeyVault/vaults/secrets@2025-05-01' = if (!empty(twilioAuthToken)) {
  parent: vault
  name: 'twilio-auth-token'
  properties: {
    value: twilioAuthToken
  }
}

resource previousAuthToken 'Microsoft.KeyVault/vaults/secrets@2025-05-01' = if (!empty(twilioPreviousAuthToken)) {
  parent: vault
  name: 'twilio-previous-auth-token'
  properties: {
    value: twilioPreviousAuthToken
  }
}

resource collectorHeaders 'Microsoft.KeyVault/vaults/secrets@2025-05-01' = if (!empty(otlpHeaders)) {
  parent: vault
  name: 'otlp-headers'
  properties: {
    value: otlpHeaders
  }
}

resource mayRead 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, principalId, secretsUser)
  scope: vault
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
  }
}

// Who read or changed a secret.
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-log-analytics'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        categoryGroup: 'audit'
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

@description('The vault\'s id.')
output id string = vault.id

@description('The vault\'s name.')
output name string = vault.name

@description('Where its secrets are asked for; with a slash at its end.')
output uri string = vault.properties.vaultUri
