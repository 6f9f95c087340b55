package org.rongyi.people.person;

import java.time.LocalDate;
import org.rongyi.platform.approval.apply.ReadFirst;

/** 告知: what a person is told before his data are first asked for (个人信息保护法 第 17、30 条). Answered by the room that keeps it. */
public interface Telling extends ReadFirst {

    /**
     * The notice in force.
     *
     * @param version the day it is in force from
     * @param path where everybody reads it
     */
    record Current(String title, LocalDate version, String path) {}

    Current current();

    @Override
    default String path() {
        return current().path();
    }
}
