-- 更换密钥后，绑定动态验证码的密钥由作业重新封存。
grant select, update (secret) on access.second_factor to rongyi_job;
