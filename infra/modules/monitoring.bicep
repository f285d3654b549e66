metadata description = 'Where logs, traces and metrics go.'

@description('The workspace\'s name.')
param workspaceName string

@description('The component\'s name.')
param insightsName string

@description('Where they are.')
param location string

@description('What every resource is marked with.')
param tags object

@description('How many days everything is kept.')
param retentionDays int

@description('How many GB are taken in a day; -1 for as many as come.')
param dailyCapGb int

@description('The app\'s identity.')
param principalId string

// Monitoring Metrics Publisher: telemetry is taken from this identity alone, and it may do no more than send it.
var metricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: workspaceName
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: retentionDays
    features: {
      disableLocalAuth: true
      enableLogAccessUsingOnlyResourcePermissions: true
    }
    workspaceCapping: {
      dailyQuotaGb: dailyCapGb
    }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    DisableLocalAuth: true
    IngestionMode: 'LogAnalytics'
    WorkspaceResourceId: workspace.id
  }
}

resource mayPublish 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, principalId, metricsPublisher)
  scope: insights
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', metricsPublisher)
  }
}

// Who asked for what.
resource workspaceLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-log-analytics'
  scope: workspace
  properties: {
    workspaceId: workspace.id
    logs: [
      {
        category: 'Audit'
        enabled: true
      }
    ]
  }
}

@description('The workspace\'s id.')
output workspaceId string = workspace.id

@description('Where telemetry is sent. Without a token of the directory nothing is taken there: it is no secret.')
output insightsConnectionString string = insights.properties.ConnectionString
