import type { Texts } from '../texts.js';

export const arrivals: Texts['arrivals'] = {
  heading: 'Ankomstaviseringar',
  sound: 'Spela ett ljud när en klient kommer',
  noticesText:
    'Du kan få ett meddelande på skärmen också när den här sidan är i bakgrunden. Klientens namn visas inte i meddelandet.',
  noticesUnknown: 'Den här webbläsaren kan inte visa meddelanden utanför sidan.',
  noticesOn: 'Skärmmeddelanden är på.',
  noticesRefused:
    'Webbläsaren tillåter inte meddelanden. Tillåt dem i webbläsarens inställningar och försök igen.',
  remembered: 'Valen sparas på den här enheten.',
  noticesTurnOn: 'Slå på skärmmeddelanden',
  noticesTurnOff: 'Stäng av skärmmeddelanden',
  notice: 'Någon väntar',
  noticeTime: 'Kom kl. {{time}}',
};
