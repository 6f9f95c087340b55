package org.rongyi.platform.operation;

import java.util.List;

/** 别的房间要管理员留意的: contributed as a bean; asked whenever 运行状况 is looked at, outside of a transaction. */
public interface Watched {

    /** What is not well, each with what to do; empty when all is. */
    List<String> warnings();
}
