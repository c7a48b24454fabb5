### How long is waited: what the bot says when there is no answer

timeouts-show = 📄 Show
timeouts-resume = ▶ Go on
# $number (Number)
timeouts-answer-reminder = We are waiting for your answer about request No. { $number }; the work cannot go on without it.
# $number (Number)
timeouts-answer-overdue = ⏰ The resident does not answer about request No. { $number }
timeouts-done-reminder = The work is done and you have not said yet whether all is well. If you say nothing we take it as accepted; you can open it again for two weeks.
# $number (Number)
timeouts-pause-over = ⏰ The pause of request No. { $number } is over
