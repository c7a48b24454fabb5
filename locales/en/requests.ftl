### Requests: filing, following, accepting

requests-ask-category = What is it about?
requests-ask-place = Where is it?
requests-ask-place-hint = You can also send a location.
requests-ask-words = What happened?
requests-ask-words-hint = For example: “It leaks under the sink, the floor is wet”. A photo, a video or a voice message will do as well.
requests-place-entrance = 🚪 Entrance
requests-place-yard = 🌳 Yard
requests-at-entrance = Entrance
requests-at-yard = Yard
requests-at-point = Point { $point }
requests-attachments = 📎 { $count ->
        [one] { $count } attachment
       *[other] { $count } attachments
    }
requests-comments = 💬 { $count ->
        [one] { $count } message
       *[other] { $count } messages
    }
requests-new-title = New request
requests-review-hint = Check it and send. You can add words or photos.
requests-submit = ✅ Send
requests-edit-category = ✏️ What
requests-edit-place = ✏️ Where
requests-edit-words = ✏️ Text
requests-noted = ✍️ Noted. Now choose:
requests-added-to-draft = ✍️ Added to your draft.
requests-draft-empty = Nothing in it yet
requests-words-full = Too much text: the last message did not fit, the rest is kept.
requests-attachments-full = No more than { $max } attachments fit: the last ones are left out, the rest is kept.
requests-filed = Request №{ $number } is filed
requests-status-new = filed
requests-status-in-progress = in progress
requests-status-done = done, to be confirmed
requests-status-returned = returned
requests-status-closed = closed
requests-status-cancelled = cancelled
requests-card-waiting = We are looking for someone to take it. This card changes by itself.
requests-card-confirm = Is everything all right? Press a button.
# $time (String) — когда
requests-card-done-at = ✅ Done { $time }
# $minutes (Number) — сколько минут
requests-card-took-minutes = {", "}took { $minutes } min
# $hours (Number) — сколько часов
# $minutes (Number) — и минут
requests-card-took-hours = {", "}took { $hours } h { $minutes } min
# $materials (String) — что и за сколько
requests-card-used = 🔩 Used: { $materials }
requests-card-worker = 👷 { $name }
requests-card-returns = ↩️ { $times ->
        [one] Returned { $times } time
       *[other] Returned { $times } times
    }
requests-write-staff = 💬 Write
requests-cancel-request = ✕ Cancel the request
requests-accept = 👍 Accept
requests-return-work = 👎 Not solved
requests-take = 👷 I take it
requests-complete = ✅ Done
requests-ask-resident = ❓ Ask the resident
requests-reply = 💬 Reply
requests-you-took = Request №{ $number } is yours
requests-you-completed = №{ $number } is done, the resident is asked
requests-write-question = Write the question as a reply to the bot’s message
requests-question-prompt = ❓ №{ $number }: { $name }, what should I ask the resident? Write it as a reply to this message.
requests-question-placeholder = A question to the resident
requests-taken-notice = 👷 №{ $number }: { $name } has taken your request.
requests-done-title = ✅ Request №{ $number } is done
requests-done-question = Is everything all right?
requests-accepted = Work accepted, request №{ $number } is closed
requests-ask-rating = Thank you! Rate the work on request №{ $number }:
requests-thanks = Thank you!
requests-returned = ↩️ Request №{ $number } is sent back to work.
requests-reply-title = 💬 Request №{ $number }: a message to the staff
requests-reply-hint = Write or send a photo: your next message goes to the staff.
requests-passed-on = ✉️ Passed on to the staff (request №{ $number }).
requests-comment-title = 💬 №{ $number } · { $name }
requests-question-title = ❓ №{ $number } · { $name } asks
requests-resident-title = 💬 №{ $number } · { $name }
requests-colleague-title = ↗️ №{ $number } · { $name } → to the resident
requests-note-title = 📝 №{ $number } · { $name }, note
requests-taken-back = 🗑 The message was deleted
requests-take-back-how = Reply /del to your own message: it can be taken back for 10 minutes.
requests-note-how = Write it after the command, such as: /note the key is with the concierge. Only the staff see it.
requests-command-in-a-topic = This command works in the topic of a request, or as a reply to its card.
requests-nobody-so-called = I am not sure who “{ $name }” is. Choose:
requests-no-such-number = There is no request No. { $number }.
requests-my-jobs = 🧰 Your requests
requests-no-jobs = You have no open requests.
requests-who-has = 👷 No. { $number } is with { $name }
requests-who-nobody = 👷 Nobody has taken No. { $number }
requests-who-helps = 🤝 Helping: { $count }
requests-who-on-duty = 🕘 On duty: { $names }
requests-nobody-on-duty = 🕘 Nobody is on duty
requests-clocks = ⏱ Deadlines
requests-clocks-title = ⏱ No. { $number }: deadlines
requests-clock-respond = To be taken by { $time }
requests-clock-due = To be done by { $time }
requests-clock-stopped = ⏸ The clock has stood still since { $time }
requests-clock-none = It has no deadline.
requests-extend = +{ $hours } h
requests-extended = ⏱ No. { $number }: now due { $time }
requests-sure-to-cancel = Cancel request №{ $number }?
requests-cancelled = Request №{ $number } is cancelled.
requests-card-below = Card №{ $number } is below ↓
requests-none-yet = There are no requests yet.
requests-my-title = 📋 My requests
requests-my-hint = Tap one to see its card.
requests-older = ↓ Earlier
requests-staff-chat-lost = ⚠️ I was removed from the group “{ $title }”. Requests are kept, but the staff do not see them. Add me to the group again and I will show all open ones.
requests-staff-chat-linked = ✅ This group is connected: the requests of “{ $org }” will come here.
requests-staff-chat-needs-rights = This group has topics, but I may not create them. Make me an administrator who manages topics, and every request gets its own topic.
requests-show-card = 📋 Show the card
# $title (String) — категория
requests-ask-problem = { $title }: what exactly?
requests-other-problem = Something else
requests-guessed = (a guess)
requests-ask-slot = When does it suit you?
requests-ask-slot-hint = Or write: “tomorrow 9–12”, “today after 18”.
requests-slot-unclear = I did not get the time. Write, for example: “tomorrow 9–12”.
requests-slot-any = Any time
requests-slot-today-evening = Today 18–21
requests-slot-tomorrow-morning = Tomorrow 9–12
requests-slot-tomorrow-evening = Tomorrow 18–21
requests-urgent = 🚨 Emergency
requests-not-urgent = Not an emergency
requests-urgent-line = 🚨 Emergency: we come at once
requests-edit-slot = ✏️ When
# $number (Number) — номер
requests-alike-title = Your house already has such a request: No. { $number }
requests-alike-question = Join it, and its card will keep you up to date too.
requests-join = 🙋 Join
requests-file-anyway = File anyway
# $number (Number) — номер
requests-joined = You have joined request No. { $number }. Its card is below ↓
requests-status-assigned = assigned
requests-status-accepted = taken
requests-status-on-the-way = on the way
requests-status-paused = paused
requests-status-declined = declined
requests-priority-low = low
requests-priority-normal = normal
requests-priority-high = urgent
requests-priority-emergency = emergency
requests-pause-resident = Waiting for the resident
requests-pause-part = Waiting for a part
requests-pause-contractor = Needs a contractor
requests-pause-access = No access
requests-pause-other = Another reason
# $days (Number) — сколько дней
requests-span-days = { $days } d
# $time (String) — когда
requests-card-due = {" "}· ⏱ by { $time }
# $reason (String) — почему
# $day (String) — до какого дня
requests-card-paused = ⏸ { $reason } · back on { $day }
# $count (Number) — сколько человек
requests-card-followers = 👥 { $count ->
        [one] { $count } resident
       *[other] { $count } residents
    }
requests-card-merged = Merged into another request: its card is below.
# $day (String) — до какого дня
requests-card-reopen-until = Can be opened again until { $day }
requests-card-asked = ❓ We are waiting for your answer
requests-card-asked-staff = ❓ Waiting for the resident, the clock stands still
requests-reopen = ↩️ Open again
requests-depart = 🚗 On my way
requests-arrive = 📍 I am here
requests-pause = ⏸ Pause
requests-resume = ▶️ Go on
requests-release = 🙅 I cannot
requests-help = 🤝 I help
requests-triage = ⚙️ Manage
# $number (Number) — номер
requests-triage-title = ⚙️ No. { $number }: what to do?
requests-assign = 👷 Assign…
# $number (Number) — номер
requests-assign-title = 👷 No. { $number }: who gets it?
# $name (String) — кто
# $count (Number) — сколько у него открытых заявок
requests-worker-label = { $name } · { $count } open
# $name (String) — who
requests-assign-to = 👷 { $name }
requests-assign-other = 👷 Other…
requests-reason-unskilled = lacks the skill
requests-reason-on-shift = on shift
requests-reason-near = near
# $count (Number) — сколько у него открытых заявок
requests-reason-open = { $count } open
# $number (Number) — номер
# $name (String) — кому
requests-assigned = 👷 No. { $number } is assigned to { $name }
requests-set-priority = ❗ Urgency
# $number (Number) — номер
requests-priority-title = ❗ No. { $number }: how urgent?
# $number (Number) — номер
# $priority (String) — срочность
requests-priority-set = No. { $number }: { $priority }
requests-set-category = 🏷 Category
# $number (Number) — номер
requests-category-title = 🏷 No. { $number }: what is it about?
# $number (Number) — номер
# $category (String) — категория
requests-category-set = No. { $number }: { $category }
requests-merge = ↔ Duplicate
# $number (Number) — номер
requests-merge-title = ↔ No. { $number }: merge into which?
# $number (Number) — номер
requests-merge-none = ↔ No. { $number }: no similar open request in this house.
# $number (Number) — номер
# $main (Number) — номер главной
requests-merged = ↔ No. { $number } goes on as part of No. { $main }
requests-decline = ⛔ Decline
# $number (Number) — номер
requests-decline-title = ⛔ No. { $number }: why? The resident reads it.
requests-decline-not-ours = We are not responsible for this
requests-decline-unclear = It is unclear what has happened
requests-decline-already = It has been done already
requests-decline-spam = This is not a request
# $number (Number) — номер
requests-declined = ⛔ No. { $number } is declined
# $number (Number) — номер
requests-declined-notice = ⛔ Request No. { $number } was declined
requests-close = ☑️ Close
# $number (Number) — номер
requests-close-title = ☑️ Close No. { $number } without the resident’s word? They can open it again.
requests-yes-close = Yes, close
# $number (Number) — номер
requests-closed = ☑️ No. { $number } is closed
# $number (Number) — номер
requests-release-title = 🙅 No. { $number }: why can you not?
requests-release-busy = Too much to do
requests-release-other-trade = It takes another trade
requests-release-ill = I am ill
requests-release-no-tools = No tools or no access
# $number (Number) — номер
requests-pause-title = ⏸ No. { $number }: why, and for how long?
# $number (Number) — номер
requests-you-departed = 🚗 No. { $number }: you are on the way, the resident knows
# $number (Number) — номер
requests-you-arrived = 📍 No. { $number }: you have arrived
# $number (Number) — номер
requests-you-paused = ⏸ No. { $number } is paused
# $number (Number) — номер
requests-you-resumed = ▶️ No. { $number } goes on
# $number (Number) — номер
requests-you-released = No. { $number } is back in the queue
# $number (Number) — номер
requests-you-help = 🤝 You help with No. { $number }
# $number (Number) — номер
# $name (String) — кто едет
requests-departed-notice = 🚗 No. { $number }: { $name } is on the way.
requests-cancel-late = The worker is on the way or at work already.
requests-cancel-solved = It has solved itself
requests-cancel-mistake = Filed by mistake
requests-cancel-elsewhere = Somebody else does it
requests-cancel-too-long = It takes too long
requests-keep-request = No, keep it
requests-tag-fast = Fast
requests-tag-clean = Clean
requests-tag-polite = Polite
requests-tag-expensive = Expensive
requests-remark = 💬 Add a word
# $number (Number) — номер
requests-remark-title = 💬 No. { $number }: what would you say about the work?
requests-remark-hint = Write it in one message.
# $number (Number) — номер
requests-remarked = Thank you! Noted with your rating of request No. { $number }.
# $number (Number) — номер
# $price (String) — сумма с валютой
requests-price-question = 💰 No. { $number }: the work costs { $price }. Do you agree?
# $price (String) — сумма с валютой
requests-price-yes = I agree · { $price }
requests-price-no = No
# $number (Number) — номер
requests-price-agreed = 💰 No. { $number }: you have agreed to the price.
# $number (Number) — номер
requests-price-refused = 💰 No. { $number }: you have refused this price. The worker will get in touch.
# $number (Number) — номер
# $stars (String) — звёзды
requests-rated = Request No. { $number }: { $stars }. Thank you! What will you remember?
