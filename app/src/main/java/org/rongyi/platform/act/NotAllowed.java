package org.rongyi.platform.act;

/** The actor's post does not allow this (403). */
public final class NotAllowed extends RuntimeException {

    public NotAllowed(String what) {
        super("您的岗位不能办理此事：" + what);
    }
}
