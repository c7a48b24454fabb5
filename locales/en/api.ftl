### What the API says when it cannot even begin

api-unauthenticated = Please sign in.
api-fields-invalid = Some fields need another look.
api-body-invalid = The request body could not be read.
api-body-too-large = That is too large.
api-query-invalid = The query could not be read.
api-route-unknown = There is nothing at this address.
api-method-unknown = This address does not take this method.
api-organization-missing = Say which organization is meant: the X-Organization-Id header.
api-timed-out = That took too long. Please try again.
