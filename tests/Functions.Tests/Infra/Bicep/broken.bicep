// What the reader has to find.
param used string
param unused string

var misspelt = usde
var unknown = concat(used, 'a')
var twice = 1
var twice = 2

resource account 'Microsoft.Storage/storageAccounts@2025-08-01' = {
  name: used
  location
}
