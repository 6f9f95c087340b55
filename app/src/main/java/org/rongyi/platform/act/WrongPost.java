package org.rongyi.platform.act;

/** The form was opened under another post than the active one (409): nobody acts under the wrong post. */
public final class WrongPost extends RuntimeException {

    WrongPost() {
        super("这张表是以另一个岗位打开的，请切换回原岗位，或重新打开后填写");
    }
}
