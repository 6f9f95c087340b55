package org.rongyi.platform.approval.apply;

import java.util.UUID;
import org.rongyi.platform.act.Act.Command;

/** 补正, as the command of any service's act. */
public interface Mending<R extends Request> extends Command {

    UUID file();

    R request();

    /** What was brought, in words, for the history. */
    String what();
}
