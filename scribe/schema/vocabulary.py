"""The closed vocabularies: the words that labels, findings, codes and issues use."""

from typing import Literal, get_args

Span = tuple[int, int]
"""Start and end (exclusive) as indices into the document's text."""

Kind = Literal["note", "transcript"]
"""What a document is."""

Speaker = Literal["clinician", "patient", "other", "unknown"]
"""The role of whoever speaks or writes."""

Agreement = Literal["both", "model only", "lexicon only"]
"""Which of two readings of one document has found it."""

Match = Literal["exact", "normalised", "fuzzy", "none"]
"""How well a quote matches the text: verbatim; but for case, space and punctuation;
but for function words; not at all."""

Region = Literal[
    "head",
    "cervical",
    "thoracic",
    "lumbar",
    "sacral",
    "pelvic",
    "lower_extremity",
    "upper_extremity",
    "rib_cage",
    "abdomen_other",
]
"""The ten M99 regions, in the order of their digit."""

Laterality = Literal["left", "right", "bilateral", "midline"]
"""A side, where the text says one."""

Assertion = Literal["present", "absent", "possible", "historical", "hypothetical", "other_person"]
"""How the text asserts a finding; only *present* supports a code."""

LesionKind = Literal[
    "somatic_dysfunction",
    "subluxation_complex",
    "canal_stenosis",
    "foraminal_stenosis",
    "other_biomechanical_lesion",
]
"""What the clinician concludes about a joint or a space."""

Mechanism = Literal["subluxation", "osseous", "connective_tissue", "disc"]
"""What narrows a canal or a foramen."""

TartComponent = Literal["tissue_texture", "asymmetry", "restriction", "tenderness"]
"""The components of TART; PART calls them tissue, asymmetry, range of motion and pain."""

NeuroKind = Literal[
    "radicular_pain",
    "sensory_deficit",
    "motor_deficit",
    "reflex_deficit",
    "bowel_bladder",
    "saddle_anesthesia",
    "tension_sign",
    "upper_motor_neuron",
    "gait",
]
"""A neurological symptom or sign."""

Modality = Literal["xray", "mri", "ct", "myelogram", "ultrasound", "bone_scan", "unspecified"]
"""The kind of imaging study."""

ImagingKind = Literal[
    "canal_narrowing",
    "foraminal_narrowing",
    "ligament_hypertrophy",
    "fibrosis",
    "bony_overgrowth",
    "disc_herniation",
    "disc_degeneration",
    "malalignment",
    "fracture",
    "neoplasm",
    "sacroiliac_changes",
    "unremarkable",
    "other",
]
"""What an imaging study shows."""

Condition = Literal[
    "disc_herniation",
    "disc_degeneration",
    "spondylosis",
    "facet_syndrome",
    "spondylolisthesis",
    "spondylolysis",
    "spinal_stenosis",
    "fracture",
    "traumatic_subluxation",
    "instability",
    "sacroiliitis",
    "osteoarthritis",
    "coccydynia",
    "radiculopathy",
    "sciatica",
    "low_back_pain",
    "neck_pain",
    "thoracic_pain",
    "headache",
    "myelopathy",
    "cauda_equina",
    "neoplasm",
    "infection",
    "postlaminectomy_syndrome",
    "epidural_fibrosis",
    "scoliosis",
    "sprain_strain",
    "muscle_spasm",
    "ankylosing_spondylitis",
    "hip_pathology",
    "other",
]
"""A definitive, competing or symptom diagnosis."""

CareKind = Literal[
    "physical_therapy",
    "injection",
    "manipulation",
    "surgery",
    "medication",
    "exercise",
    "massage",
    "acupuncture",
    "other",
]
"""A kind of care."""

Timing = Literal["prior", "today", "planned"]
"""When care was, is or will be given."""

FunctionKind = Literal[
    "gait",
    "sitting",
    "standing",
    "walking",
    "lifting",
    "bending",
    "sleep",
    "work",
    "self_care",
    "sport",
    "fall_risk",
    "driving",
]
"""A limitation in daily life."""

Discipline = Literal["osteopathic", "chiropractic", "physical_therapy", "medical"]
"""The clinician's field."""

Visit = Literal["initial", "subsequent"]
"""First visit for this complaint, or a later one."""

Payer = Literal["medicare", "other"]
"""Who pays, as far as the order of codes depends on it."""

Status = Literal["assign", "query", "reject"]
"""Report the code; ask the clinician first; do not report it."""

Severity = Literal["error", "warning", "information"]
"""FHIR OperationOutcome's words for how bad an issue is."""

Topic = Literal[
    "region_nonspecific",
    "region_not_diagnosed",
    "region_omitted",
    "dysfunction_not_stated",
    "tart_insufficient",
    "mechanism_missing",
    "compartment_unclear",
    "imaging_missing",
    "neuro_missing",
    "laterality_missing",
    "classified_elsewhere",
    "definitive_not_first",
    "uncertain_diagnosis",
    "historical_only",
    "traumatic_subluxation",
    "parent_code",
    "invalid_code",
    "code_mismatch",
    "unsupported_code",
    "nonspecific_code",
    "procedure_region_mismatch",
    "prior_care_missing",
    "function_missing",
    "conflicting_findings",
    "red_flag",
    "duplicate_code",
    "modifier_mismatch",
    "dysfunction_not_first",
    "condition_missing",
    "diagnosis_omitted",
    "noncompliant_query",
]
"""What an issue is about."""

REGIONS: tuple[Region, ...] = get_args(Region)
