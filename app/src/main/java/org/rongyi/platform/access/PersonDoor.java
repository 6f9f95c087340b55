package org.rongyi.platform.access;

import java.util.List;
import java.util.UUID;

/**
 * 看得到本人信息的页面: whose data the pages of a record show. A room contributes a bean for each path variable that names such
 * a record; every page behind it is found in 谁看过我的档案 then, without a word in its controller.
 */
public interface PersonDoor {

    /** The path variable, as {@code person} in {@code /persons/{person}}. */
    String variable();

    /** 打开档案, as the person reads it; a room may say which one it was. */
    String what(UUID record);

    /** Asked in the reader's own transaction: none when the record lies out of his reach, for then he sees nothing. */
    List<UUID> persons(UUID record);
}
