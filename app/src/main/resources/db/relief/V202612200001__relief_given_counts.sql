-- 台账上“已帮扶”有多少件：全省四十多万件，只数代码，不必读到每一行。
create index aid_given on relief.aid (code_now) where given_on is not null;
