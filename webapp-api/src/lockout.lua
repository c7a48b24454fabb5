-- May somebody try to sign in? Asked before each attempt; an attempt that is refused does not count.
-- KEYS: attempts of the address, attempts of the account, the account's lock. ARGV: now, milliseconds that earn one
-- attempt, and those that earn all of them. Returns 0, or how many milliseconds to wait. By GCRA: with five a minute
-- one each twelve seconds, and five at once.
local now, every, room = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
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
