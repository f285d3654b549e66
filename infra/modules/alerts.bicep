metadata description = 'Who is told of what. docs/operating.md says for each alert what it means and what to do.'

@description('Which installation it is.')
param environmentName string

@description('Where the rules are.')
param location string

@description('What every resource is marked with.')
param tags object

@description('Who is told.')
param email string

@description('Where metrics are asked for.')
param workspaceId string

@description('The bus.')
param busId string

@description('More repairs than these in 15 minutes.')
param sweepRepairsLimit int

@description('Longer than so many seconds.')
param oldestWaiterSeconds int

@description('More late answers than these in 15 minutes.')
param slaBreachesLimit int

@description('More errors than these in 5 minutes.')
param serverErrorsLimit int

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-interactions-${environmentName}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'interactions'
    emailReceivers: [
      {
        name: 'operators'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

resource deadLetters 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'dead-letters'
  location: 'global'
  tags: tags
  properties: {
    description: 'A queue has messages that failed every time.'
    severity: 1
    enabled: true
    autoMitigate: true
    scopes: [
      busId
    ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'dead-letters'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.ServiceBus/namespaces'
          metricName: 'DeadletteredMessages'
          timeAggregation: 'Maximum'
          operator: 'GreaterThan'
          threshold: 0
          dimensions: [
            {
              name: 'EntityName'
              operator: 'Include'
              values: [
                '*'
              ]
            }
          ]
        }
      ]
    }
    actions: [
      {
        actionGroupId: people.id
      }
    ]
  }
}

// What the app counts itself. A row of AppMetrics sums up a minute of one instance: a counter has its growth in Sum, a gauge its
// highest value in Max, and how often something took as long stands in ItemCount.
var rules = [
  {
    name: 'server-errors'
    description: 'Requests are answered with an error of ours.'
    severity: 2
    query: 'AppMetrics | where Name == "interactions.operation.duration" and tostring(Properties["outcome"]) startswith "5"'
    column: 'ItemCount'
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: serverErrorsLimit
    window: 'PT5M'
    dimension: ''
  }
  {
    name: 'unprocessed-webhooks'
    description: 'Messages of customers could not be taken in, and wait for an operator.'
    severity: 1
    query: 'AppMetrics | where Name == "interactions.inbound.kept"'
    column: 'Max'
    aggregation: 'Maximum'
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT15M'
    dimension: ''
  }
  {
    name: 'sweep-repairs'
    description: 'The sweep repairs more than now and then: something else does not do its work.'
    severity: 2
    query: 'AppMetrics | where Name == "interactions.sweep.repaired"'
    column: 'Sum'
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: sweepRepairsLimit
    window: 'PT15M'
    dimension: ''
  }
  {
    name: 'unknown-sends'
    description: 'Nobody knows yet, or will know, whether a message went out.'
    severity: 2
    query: 'AppMetrics | where Name in ("interactions.outbound.unknown", "interactions.outbound.undecided")'
    column: 'Sum'
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT15M'
    dimension: ''
  }
  {
    name: 'doubled-sends'
    description: 'A customer got a message twice. That must never be.'
    severity: 0
    query: 'AppMetrics | where Name == "interactions.outbound.doubled"'
    column: 'Sum'
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT15M'
    dimension: ''
  }
  {
    name: 'oldest-waiter'
    description: 'A customer waits in a queue for too long.'
    severity: 2
    query: 'AppMetrics | where Name == "interactions.queue.oldest_wait" | extend Queue = tostring(Properties["queue"])'
    column: 'Max'
    aggregation: 'Maximum'
    operator: 'GreaterThan'
    threshold: oldestWaiterSeconds
    window: 'PT10M'
    dimension: 'Queue'
  }
  {
    name: 'sla-breaches'
    description: 'First answers came later than was promised.'
    severity: 2
    query: 'AppMetrics | where Name == "interactions.sla.breached"'
    column: 'Sum'
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: slaBreachesLimit
    window: 'PT15M'
    dimension: ''
  }
  {
    name: 'sweep-silent'
    description: 'The sweep has not been heard of for ten minutes: nobody repairs, and time does nothing by itself.'
    severity: 1
    query: 'AppMetrics | where Name == "interactions.sweep.open"'
    column: ''
    aggregation: 'Count'
    operator: 'LessThan'
    threshold: 1
    window: 'PT10M'
    dimension: ''
  }
]

resource counted 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for rule in rules: {
  name: rule.name
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: rule.name
    description: rule.description
    severity: rule.severity
    enabled: true
    autoMitigate: true
    // A workspace that has not seen the table yet would refuse the query.
    skipQueryValidation: true
    scopes: [
      workspaceId
    ]
    evaluationFrequency: 'PT5M'
    windowSize: rule.window
    criteria: {
      allOf: [
        {
          query: rule.query
          metricMeasureColumn: empty(rule.column) ? null : rule.column
          timeAggregation: rule.aggregation
          operator: rule.operator
          threshold: rule.threshold
          dimensions: empty(rule.dimension) ? [] : [
            {
              name: rule.dimension
              operator: 'Include'
              values: [
                '*'
              ]
            }
          ]
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: [
        people.id
      ]
    }
  }
}]
