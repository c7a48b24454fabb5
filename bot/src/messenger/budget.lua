-- Send budgets of one bot, by Redis's own clock, so that all processes agree.
--
-- take(keys, k, args, a) reads keys[k..k+3]: the bot's budget, the chat's, the
-- bot's hold, the chat's; and args[a..a+6]: whether to wait for budgets (1 or
-- 0), then for the bot and for the chat the cost of one message, the tolerance
-- and the most debt, in microseconds. Returns 0 when the message may go (and is
-- paid for), or the milliseconds to wait (and nothing is paid).
--
-- A budget is GCRA: the key holds the time at which everything paid so far
-- would be earned at the allowed rate.
local function take(keys, k, args, a)
  local time = redis.call('TIME')
  local now = time[1] * 1000000 + time[2]
  local wait = 0
  for hold = k + 2, k + 3 do
    wait = math.max(wait, redis.call('PTTL', keys[hold]) * 1000)
  end
  local earned = {}
  for budget = 0, 1 do
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
  if wait > 0 then
    return math.ceil(wait / 1000)
  end
  for budget = 0, 1 do
    -- Not tostring: that would round microseconds away.
    local ttl = math.ceil((earned[budget] - now) / 1000)
    redis.call('SET', keys[k + budget], string.format('%.0f', earned[budget]), 'PX', ttl)
  end
  return 0
end
