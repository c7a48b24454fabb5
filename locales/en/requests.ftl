### Requests: filing, following, accepting

requests-ask-category = What is it about?
requests-ask-place = Where is it?
requests-ask-place-hint = You can also send a location.
requests-ask-words = What happened?
requests-ask-words-hint = For example: “It leaks under the sink, the floor is wet”. A photo, a video or a voice message will do as well.
requests-category-plumbing = Plumbing
requests-category-electricity = Electricity
requests-category-heating = Heating
requests-category-elevator = Lift
requests-category-yard = Yard
requests-category-other = Other
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
requests-rated = Request №{ $number }: { $stars }. Thank you for rating!
requests-thanks = Thank you!
requests-returned = ↩️ Request №{ $number } is sent back to work.
requests-reply-title = 💬 Request №{ $number }: a message to the staff
requests-reply-hint = Write or send a photo: your next message goes to the staff.
requests-passed-on = ✉️ Passed on to the staff (request №{ $number }).
requests-comment-title = 💬 №{ $number } · { $name }
requests-question-title = ❓ №{ $number } · { $name } asks
requests-resident-title = 💬 №{ $number } · { $name }
requests-sure-to-cancel = Cancel request №{ $number }?
requests-yes-cancel = Yes, cancel it
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
