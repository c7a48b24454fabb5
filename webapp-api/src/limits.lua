-- One request against one limit or several, all of which have to allow it. GCRA: a key holds the time at which
-- everything that was taken would be earned at the allowed rate. What is refused costs nothing.
--
-- KEYS: whose limits; and last, when ARGV[4] is 'lock', who is locked out, with the time until when.
-- ARGV: microseconds that earn one request, and those that earn all of them; the time, or '' for Redis's own clock, so
-- that all processes agree.
-- Returns whether it may go (1 or 0), how many more may go at once, milliseconds until all may, and until the next may.
local cost, burst, now = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000000 + time[2]
end
local limits = #KEYS
if ARGV[4] == 'lock' then
  local wait = math.ceil((tonumber(redis.call('GET', KEYS[limits]) or 0) - now) / 1000)
  if wait > 0 then return { 0, 0, wait, wait } end
  limits = limits - 1
end
local after, latest = {}, now
for nth = 1, limits do
  local before = math.max(tonumber(redis.call('GET', KEYS[nth]) or now), now)
  after[nth] = before + cost
  local wait = after[nth] - burst - now
  if wait > 0 then
    return { 0, 0, math.ceil((before - now) / 1000), math.ceil(wait / 1000) }
  end
  latest = math.max(latest, after[nth])
end
for nth = 1, limits do
  -- Not tostring: that would round microseconds away.
  redis.call('SET', KEYS[nth], string.format('%.0f', after[nth]), 'PX', math.ceil((after[nth] - now) / 1000))
end
return { 1, math.floor((burst - (latest - now)) / cost), math.ceil((latest - now) / 1000), 0 }
