-- 小组的自然次序：第2组在第10组前，第二组在第十组前。数字一律补足位数，再按文字比较。
create function person.lane(group_name text) returns text
    language sql immutable parallel safe strict
    return regexp_replace(
        regexp_replace(
            translate(
                replace(
                    regexp_replace(
                        regexp_replace(
                            regexp_replace(group_name, '([一二三四五六七八九])十([一二三四五六七八九])', '\1\2', 'g'),
                            '([一二三四五六七八九])十', '\1〇', 'g'),
                        '十([一二三四五六七八九])', '一\1', 'g'),
                    '十', '一〇'),
                '〇一二三四五六七八九０１２３４５６７８９', '01234567890123456789'),
            '([0-9]+)', '00000000\1', 'g'),
        '0*([0-9]{8,})', '\1', 'g');
comment on function person.lane(text) is '村民小组、街路名的排序键：其中的数字（含汉字数字）补足八位';
