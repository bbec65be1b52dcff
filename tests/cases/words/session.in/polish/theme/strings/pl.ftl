all_events = Wszystkie wydarzenia
criteria_achieved = { $all ->
    [one] { $achieved } z { $all } kryterium
    [few] { $achieved } z { $all } kryteriów
   *[other] { $achieved } z { $all } kryteriów
}
