-- May somebody try to sign in? Asked before each attempt; an attempt that is refused does not count.
-- KEYS: attempts of the address, attempts of the account, the account's lock. ARGV: now in milliseconds.
-- Returns 0, or how many milliseconds to wait. Five a minute, by GCRA: one each twelve seconds, and five at once.
local now = tonumber(ARGV[1])
local every, room = 12000, 60000
local locked = tonumber(redis.call('GET', KEYS[3]) or '0')
if locked > now then return locked - now end
local next = {}
for nth = 1, 2 do
  local due = math.max(tonumber(redis.call('GET', KEYS[nth]) or '0'), now) + every
  if due - room > now then return due - room - now end
  next[nth] = due
end
for nth = 1, 2 do redis.call('SET', KEYS[nth], next[nth], 'PX', room * 2) end
return 0
