-- 留痕按所涉的人查：他的资格审查、志愿、成绩复核、介绍信
create index refusal_person on campaign.refusal (person_id);
create index sealed_list_person on campaign.sealed_list (person_id);
create index exam_review_person on campaign.exam_review (person_id);
create index letter_person on campaign.letter (person_id);
