### What the API says when it cannot even begin

api-unauthenticated = Please sign in.
api-fields-invalid = Some fields need another look.
api-body-invalid = The request body could not be read.
api-body-too-large = That is too large.
api-query-invalid = The query could not be read.
api-route-unknown = There is nothing at this address.
api-site-not-built = The pages are not built yet. Build them with ./dev web, then reload this page.
api-method-unknown = This address does not take this method.
api-organization-missing = Say which organization is meant: the X-Organization-Id header.
api-timed-out = That took too long. Please try again.
# $bound (String)
api-too-short = Too little: at least { $bound }.
# $bound (String)
api-too-long = Too much: at most { $bound }.
# $bound (String)
api-too-small = At least { $bound }.
# $bound (String)
api-too-great = At most { $bound }.
api-invalid = This field does not hold what it should.
api-missing = This field is needed.
api-field-unknown = There is no such field here.
api-parameter-unknown = There is no such parameter here.
api-given-twice = It is given twice.
api-choice-unknown = There is no such value.
api-wrong-kind = A value of another kind belongs here.
api-url-invalid = That does not look like a web address.
api-email-invalid = That does not look like an e-mail address.
api-cursor-invalid = This list has no such page. Begin with the first.
api-precondition-required = Say which version you are changing: the If-Match header.
api-idempotency-mismatch = This Idempotency-Key came with another request before.
api-idempotency-key-invalid = Idempotency-Key: 1 to 255 ASCII characters.
api-body-not-json = The request body has to be JSON: Content-Type: application/json.
api-file-type-unsupported = This kind of file cannot be attached: a photo, a video, a sound or a PDF.
api-body-not-multipart = The request body has to be a file: Content-Type: multipart/form-data.
api-nothing-to-print = There is nothing to print: add entrances or flats
api-too-much-to-print = Too much for one file: choose an entrance
api-headers-too-large = Too many headers.
api-upgrade-required = This address speaks WebSocket.
api-too-many-requests = Too many requests. Please wait a little.
