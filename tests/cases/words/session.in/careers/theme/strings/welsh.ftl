# Ein geiriau ein hunain

page_event = Dyddiadau
all_events = Pob digwyddiad ({ $number })
open_to = Ar agor i { $whom }
careers_home = { $Pupils a'u gyrfaoedd
whole_team = Y tîm i gyd
