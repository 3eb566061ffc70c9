// The same booklet for a reader of Arabic: right to left, with names and numbers that read the other way inside it.
import type { ItineraryDocument } from '@amity/documents';
import { sampleItinerary } from './sample-itinerary.js';

export function arabicItinerary(): ItineraryDocument {
  return sampleItinerary({
    organization: 'جمعية المدن الشقيقة في هاربر سيتي',
    title: 'زيارة الصداقة من حيفا',
    dates: '11–13 مايو 2026',
    travelling: { name: 'حيفا', region: 'المنطقة الشمالية' },
    receiving: { name: 'هاربر سيتي', region: 'واشنطن، الولايات المتحدة' },
    reader: 'ليلى حداد',
    welcome: 'أهلاً بكم. تنتظركم العائلات المضيفة والمدرسة منذ عام. احتفظوا بهذا الكتيّب في جيوبكم؛ فكل من يستقبلكم يحمل نسخة منه.',
    zoneNote: 'جميع الأوقات محلية: توقيت المحيط الهادئ (UTC−7).',
    version: 'الإصدار 3 · نُشر في 2 مايو 2026',
    days: ['الاثنين 11 مايو', 'الثلاثاء 12 مايو', 'الأربعاء 13 مايو'].map((heading, index) => ({
      heading,
      ordinal: `اليوم ${index + 1}`,
      summary: 'الوصول، مبنى البلدية، العشاء مع العائلات',
      entries:
        index === 2
          ? []
          : [
              { kind: 'transfer', starts: '08:20', title: 'حافلة صغيرة إلى مبنى البلدية', detail: '12 دقيقة · اللقاء عند باب العائلة' },
              {
                kind: 'appointment',
                starts: '09:00',
                ends: '10:30',
                title: 'استقبال العمدة',
                site: 'مبنى البلدية City Hall',
                address: '1 Harbor Square',
                metBy: 'روزا دلغادو، مكتب المراسم',
                subgroup: 'فريق التجارة',
                notes: 'تُسلَّم الهدية بعد الكلمة الثانية (نحو 5 دقائق).',
              },
              { kind: 'appointment', starts: '12:30', ends: '13:30', title: 'الغداء', site: 'مطعم البحر', mark: 'مبدئي' },
            ],
    })),
    emergency: [
      { label: 'الشرطة والإطفاء والإسعاف', phone: '911' },
      { label: 'خطنا على مدار الساعة', phone: '+1 360 555 0142', notes: 'نتحدث العربية' },
    ],
    contacts: [{ name: 'Ellen Whitcomb', role: 'المنسّقة', phone: '+1 360 555 0117' }],
    labels: {
      overview: 'الأسبوع',
      metBy: 'في استقبالكم',
      contacts: 'أشخاص يمكن الاتصال بهم',
      emergency: 'في حالة الطوارئ',
      freeDay: 'لا شيء مقرر. استمتعوا بيومكم مع العائلة.',
      notes: 'ملاحظات',
      pageOf: '{page} من {pages}',
    },
  });
}
