-- Send budgets of one bot, by Redis's own clock, so that all processes agree.
--
-- take(keys, k, args, a) reads keys[k..k+3]: the bot's budget, the chat's, the
-- bot's hold, the chat's; and args[a..a+6]: whether to wait for budgets (1 or
-- 0), then for the bot and for the chat the cost of one message, the tolerance
-- and the most debt, in microseconds. Returns 0 when the message may go (and is
-- paid for), or the milliseconds to wait (and nothing is paid).
--
-- A budget is GCRA: the key holds the time at which everything paid so far
-- would be earned at the allowed rate. The chat's is a window instead when its
-- cost is 0: at most `tolerance` messages within any `debt` microseconds; the
-- key is the list of their times, newest first.
local function take(keys, k, args, a)
  local time = redis.call('TIME')
  local now = time[1] * 1000000 + time[2]
  local wait = 0
  for hold = k + 2, k + 3 do
    wait = math.max(wait, redis.call('PTTL', keys[hold]) * 1000)
  end
  local earned = {}
  local window = tonumber(args[a + 4]) == 0
  for budget = 0, window and 0 or 1 do
    local cost = tonumber(args[a + 1 + budget * 3])
    local tolerance = tonumber(args[a + 2 + budget * 3])
    local debt = tonumber(args[a + 3 + budget * 3])
    local before = tonumber(redis.call('GET', keys[k + budget]) or now)
    local after = math.max(before, now) + cost
    if tonumber(args[a]) == 1 then
      wait = math.max(wait, after - tolerance - now)
    end
    earned[budget] = math.min(after, now + debt)
  end
  local most = tonumber(args[a + 5])
  local period = tonumber(args[a + 6])
  if window and tonumber(args[a]) == 1 then
    local oldest = redis.call('LINDEX', keys[k + 1], most - 1)
    if oldest then
      wait = math.max(wait, tonumber(oldest) + period - now)
    end
  end
  if wait > 0 then
    return math.ceil(wait / 1000)
  end
  -- Not tostring: that would round microseconds away.
  for budget, at in pairs(earned) do
    local ttl = math.ceil((at - now) / 1000)
    redis.call('SET', keys[k + budget], string.format('%.0f', at), 'PX', ttl)
  end
  if window then
    -- Twice, because a less urgent class knows of a smaller number only.
    redis.call('LPUSH', keys[k + 1], string.format('%.0f', now))
    redis.call('LTRIM', keys[k + 1], 0, 2 * most - 1)
    redis.call('PEXPIRE', keys[k + 1], math.ceil(period / 1000))
  end
  return 0
end
