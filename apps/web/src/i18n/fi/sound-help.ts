/** What is said to who hears nothing, or is not heard, and presses for help. */
export const soundHelp = {
  label: 'Apua ääneen',
  hearNothing: 'En kuule mitään',
  notHeard: 'Minua ei kuulla',
  looking: 'Etsitään vikaa…',
  'hear_no-way': 'Yhteys on poikki. Etsimme uutta reittiä, odota hetki.',
  hear_nobody: 'Tapaamisessa ei ole nyt muita.',
  'hear_others-muted':
    'Muiden mikrofonit ovat pois päältä. Ääni kuuluu, kun he laittavat ne päälle.',
  hear_blocked: 'Selain oli estänyt äänen. Nyt äänen pitäisi kuulua.',
  'hear_does-not-come': 'Ääni ei tullut perille. Avasimme sen uudelleen, odota hetki.',
  'hear_others-quiet':
    'Yhteys toimii, mutta juuri nyt kukaan ei puhu, tai puhujan mikrofoni on hiljaa. Pyydä viestillä häntä tarkistamaan mikrofoninsa.',
  'hear_own-sound':
    'Ääni tulee tälle laitteelle. Nosta äänenvoimakkuutta, ja tarkista, ettei laite ole äänettömällä eivätkä kuulokkeet ole yhdistettynä.',
  speak_off: 'Mikrofonisi oli pois päältä. Laitoimme sen päälle.',
  speak_refused:
    'Selain ei saanut lupaa mikrofoniin. Paina osoiterivin alussa olevaa kuvaketta ja salli mikrofoni.',
  speak_missing: 'Mikrofonia ei löytynyt. Tarkista, että se on kytketty.',
  speak_broken: 'Mikrofoni ei aukea. Sulje muut puhelut ja ohjelmat, ja yritä uudelleen.',
  speak_ended: 'Mikrofoni oli irronnut. Avasimme sen uudelleen.',
  'speak_held-silent':
    'Laite piti mikrofonia mykistettynä. Lopeta puhelu, jos sellainen on kesken, ja tarkista kuulokkeiden tai laitteen kytkin.',
  'speak_no-way': 'Yhteys on poikki. Etsimme uutta reittiä, odota hetki.',
  'speak_does-not-leave': 'Äänesi ei lähtenyt. Avasimme sen uudelleen, odota hetki.',
  speak_silent:
    'Mikrofonista ei kuulu ääntä. Avasimme sen uudelleen. Jos vika jatkuu, tarkista mykistyskytkin tai vaihda mikrofoni kohdasta Laitteet.',
  speak_leaves: 'Äänesi lähtee tältä laitteelta. Pyydä muita painamaan En kuule mitään.',
};
