### Telegramdagi mini-ilova

miniapp-home = Bosh sahifa
miniapp-title-home = Mening uyim
miniapp-title-work = Ish
miniapp-title-panel = Panel
miniapp-home-staff = Arizalar xodimlar guruhiga va botga keladi: ularni o‘sha yerda oling va yoping.
miniapp-home-resident = Ariza berish yoki holatini bilish uchun botga yozing: u darhol javob beradi.
miniapp-elsewhere = Bu sahifa Telegramda ochiladi
miniapp-elsewhere-hint = Tashkilotingiz botini oching va yozish maydonining chap tomonidagi menyu tugmasini bosing.
miniapp-to-console = Konsolga kirish
miniapp-ended = Seans tugadi
miniapp-ended-hint = Bu sahifani yoping va botdan qaytadan oching.

miniapp-my-requests = Arizalarim
miniapp-file = Berish
miniapp-file-title = Yangi ariza
miniapp-requests-mine = Meniki
miniapp-requests-free = Bo‘shlari
miniapp-requests-all = Hammasi
miniapp-no-home = Xonadon hali ko‘rsatilmagan
miniapp-no-home-hint = Botga yozing: u qayerda yashashingizni so‘raydi.
miniapp-home-which = Xonadon
