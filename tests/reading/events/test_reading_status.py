"""Whether an event happened, is planned, is only possible, or is denied: a table of invented sentences."""

from __future__ import annotations

import pytest

import marsad


def limit(*row: object, why: str) -> object:
    return pytest.param(*row, marks=pytest.mark.xfail(strict=True, reason=why))


STATUSES = [
    # it happened
    ("أرسلت بريطانيا دبابات إلى أوكرانيا.", "AID", "actual"),
    ("لقد فرضت الولايات المتحدة عقوبات على تركيا.", "SANCTION", "actual"),
    ("قد فرضت الولايات المتحدة عقوبات على تركيا.", "SANCTION", "actual"),
    ("كانت روسيا قد هاجمت أوكرانيا.", "ASSAULT", "actual"),
    ("تقدم قطر مساعدات إلى لبنان.", "AID", "actual"),
    ("رفضت مصر التدخلات الإيرانية في الشؤون العربية.", "COERCE", "actual"),
    # it is planned
    ("سيزور الرئيس الروسي فلاديمير بوتين الصين.", "CONSULT", "planned"),
    ("سوف توقع تركيا وليبيا اتفاقية بحرية.", "AGREE", "planned"),
    ("من المقرر أن يلتقي الرئيس المصري عبد الفتاح السيسي نظيره التركي رجب طيب أردوغان.", "CONSULT", "planned"),
    ("من المتوقع أن يزور الرئيس الصيني شي جين بينغ موسكو.", "CONSULT", "planned"),
    ("يستعد الرئيس الفرنسي إيمانويل ماكرون لزيارة الجزائر.", "CONSULT", "planned"),
    ("قررت الكويت إرسال مساعدات إلى تركيا.", "AID", "planned"),
    ("تعتزم فرنسا إرسال دبابات إلى أوكرانيا.", "AID", "planned"),
    ("وافقت ألمانيا على إرسال دبابات إلى أوكرانيا.", "AID", "planned"),
    # it is possible
    ("قد تفرض الولايات المتحدة عقوبات على تركيا.", "SANCTION", "possible"),
    ("ربما ترسل بريطانيا دبابات إلى أوكرانيا.", "AID", "possible"),
    ("من الممكن أن توقع سوريا وإسرائيل اتفاقية.", "AGREE", "possible"),
    ("يدرس الاتحاد الأوروبي فرض عقوبات على جورجيا.", "SANCTION", "possible"),
    ("إذا هاجمت روسيا بولندا ستندلع حرب كبرى.", "ASSAULT", "possible"),
    # it is denied
    ("لم توقع إيران الاتفاقية مع روسيا.", "AGREE", "denied"),
    ("لن ترسل المجر أسلحة إلى أوكرانيا.", "AID", "denied"),
    ("لا تقدم الصين أسلحة إلى روسيا.", "AID", "denied"),
    ("نفى المتحدث باسم وزارة الخارجية الإيرانية ناصر كنعاني أن تكون طهران قد زودت روسيا بالصواريخ.", "AID", "denied"),
    ("نفت وزارة الدفاع الروسية قصف المستشفى.", "ASSAULT", "denied"),
    ("نفت قطر تقديم مساعدات إلى إسرائيل.", "AID", "denied"),
    ("ما زار الرئيس السوري بشار الأسد واشنطن.", "CONSULT", "denied"),
    ("لم يلتق الرئيس الجزائري عبد المجيد تبون نظيره المغربي.", "CONSULT", "denied"),
    ("نفت إيران إرسال صواريخ إلى روسيا.", "AID", "denied"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "type_", "status"), STATUSES)
def test_status_of_an_event(text: str, type_: str, status: str) -> None:
    assert [e.status for e in marsad.read(text).events if e.type == type_] == [status]
