-- One request against one limit, by Redis's own clock, so that all processes agree. GCRA: the key holds the time at
-- which everything that was taken would be earned at the allowed rate.
--
-- KEYS[1]: whose limit. ARGV: microseconds that earn one request, and those that earn all of them.
-- Returns whether it may go (1 or 0), how many more may go at once, milliseconds until all may, and until the next may.
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local cost, burst = tonumber(ARGV[1]), tonumber(ARGV[2])
local before = math.max(tonumber(redis.call('GET', KEYS[1]) or now), now)
local after = before + cost
local wait = after - burst - now
if wait > 0 then
  return { 0, 0, math.ceil((before - now) / 1000), math.ceil(wait / 1000) }
end
-- Not tostring: that would round microseconds away.
redis.call('SET', KEYS[1], string.format('%.0f', after), 'PX', math.ceil((after - now) / 1000))
return { 1, math.floor((burst - (after - now)) / cost), math.ceil((after - now) / 1000), 0 }
