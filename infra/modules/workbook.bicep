metadata description = 'Pictures of queues, deliveries, repairs and costs. They stand in workbook.json.'

@description('Which installation it is.')
param environmentName string

@description('Where it is kept.')
param location string

@description('What every resource is marked with.')
param tags object

@description('Where metrics are asked for.')
param workspaceId string

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(workspaceId, 'interactions')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    category: 'workbook'
    displayName: 'Interactions ${environmentName}'
    serializedData: replace(loadTextContent('../workbook.json'), 'WORKSPACE_ID', workspaceId)
    sourceId: workspaceId
    version: 'Notebook/1.0'
  }
}
