package org.rongyi.care.visit;

import org.rongyi.platform.retention.ExpiredRows;
import org.rongyi.platform.retention.Keeping;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 保存期限: pictures of people at home. The record stays, its pictures go; the sweep takes their files the same night. */
@Configuration(proxyBeanMethods = false)
class PhotoKeeping {

    private static final String COUNT = """
            select count(*) from (select
                                  from visit.photo p
                                  join visit.visit v on v.id = p.visit_id
                                  where v.happened_on < (:before at time zone 'Asia/Shanghai')::date
                                  limit :most) past
            """;

    private static final String DELETE = """
            delete from visit.photo
            where ctid = any(array(select p.ctid
                                   from visit.photo p
                                   join visit.visit v on v.id = p.visit_id
                                   where v.happened_on < (:before at time zone 'Asia/Shanghai')::date
                                   limit :most))
            """;

    private final JdbcClient jdbc;

    PhotoKeeping(@Qualifier("job") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Bean
    Keeping oldPhotos() {
        return new ExpiredRows(jdbc, "visit.photo", "走访的现场照片", "privacy.photo.months", COUNT, DELETE);
    }
}
