# The register from a file: checking, loading, undoing.

# $name (String)
imports-title = 📄 { $name }
# $percent (Number)
imports-checking = ⏳ Checking the rows: { $percent }%
# $rows (Number)
imports-rows = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}
# $ok (Number)
imports-ok = { $ok } ok
# $wrong (Number)
imports-wrong = { $wrong ->
    [one] { $wrong } error
   *[other] { $wrong } errors
}
# $rows (String)
# $ok (String)
# $wrong (String)
imports-checked = { $rows }: { $ok }, { $wrong }
imports-columns = Columns
imports-unmapped = I cannot tell where the building and the flat are. Name the columns in the first row (“Building”, “Flat”, “Name”, “Phone”) and send the file again.
imports-loading = ⏳ Loading…
imports-loaded = ✅ Loaded
imports-nothing-new = All of this is in the register already
# $count (Number)
imports-new-buildings = New buildings: { $count }
# $count (Number)
imports-new-units = New flats: { $count }
# $count (Number)
imports-new-people = New residents: { $count }
# $count (Number)
imports-changed = Records updated: { $count }
# $until (String)
imports-undo-until = You can undo this until { $until }
imports-undone = ↩️ The import was undone
# $count (Number)
imports-removed = Records removed: { $count }
# $count (Number)
imports-restored = Put back as before: { $count }
# $count (Number)
imports-kept-used = Left, since they are in use: { $count }
# $count (Number)
imports-kept-changed = Left, since they were changed later: { $count }
imports-discarded = The file is put aside: nothing in the register has changed
imports-load = Load
imports-errors = Download the errors
imports-discard = ✕ Do not load
imports-undo = Undo the import
imports-toast-loading = Loading
imports-toast-errors = Preparing the file of errors
imports-toast-undone = The import was undone
imports-errors-file = errors
imports-errors-row = Row
imports-errors-what = What to correct
imports-field-complex = complex
imports-field-street = street
imports-field-building = building
imports-field-block = block
imports-field-entrance = entrance
imports-field-unit = flat
imports-field-floor = floor
imports-field-area = area
imports-field-account = account
imports-field-kind = kind
imports-field-name = name
imports-field-phone = phone
imports-field-role = role
imports-fault-missing = is empty
imports-fault-too-long = is too long
imports-fault-not-an-entrance = has to be a number from 1 to 99
imports-fault-not-a-floor = has to be a number from -9 to 200
imports-fault-not-an-area = has to be square metres, like 45.1
imports-fault-unknown-kind = has to be flat, commercial, parking or storage
imports-fault-not-a-phone = has to be a number like +998 90 123-45-67
imports-fault-several-phones = has several numbers: keep one, give the others rows of their own
imports-fault-unknown-role = has to be owner, family or tenant
imports-fault-differs = another row of the same flat says something else
imports-fault-account-taken = this account belongs to another flat
