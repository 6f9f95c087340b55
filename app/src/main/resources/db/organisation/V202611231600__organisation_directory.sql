-- 离我最近:先按经纬度方框找,再算距离
create index unit_place on organisation.unit (latitude, longitude) where latitude is not null;
-- 名录:只列服务中心(站),按区划代码往下翻
create index unit_station on organisation.unit (code_now, id) where kind in ('CENTRE', 'STATION');
