all_events = Wszystkie wydarzenia
gaps_to_fill = { $count ->
    [one] { $count } luka
    [few] { $count } luki
   *[other] { $count } luk
} do uzupełnienia
