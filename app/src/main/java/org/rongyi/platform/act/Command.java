package org.rongyi.platform.act;

/** What somebody asks for: a record with checked values and the id that makes it count once. */
public interface Command {

    CommandId id();
}
