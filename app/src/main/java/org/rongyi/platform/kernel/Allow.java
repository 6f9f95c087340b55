package org.rongyi.platform.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may act here. It stands on every act and on every route that is not the door to an act; a route without it is
 * shut, and the route test fails on it. Data is decided apart, by the actor's scope.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Allow {

    /** Posts that may; all levels unless {@link #levels} says otherwise. */
    Role[] roles() default {};

    /** Of which level the unit does the work; {@link Actor.Office#worksAt} says what "the county" is where there is none. */
    Level[] levels() default {Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWN, Level.VILLAGE};

    /** Anybody, signed in or not. */
    boolean everyone() default false;

    /** Anybody who has signed in. */
    boolean signedIn() default false;

    /** The veteran himself. */
    boolean self() default false;

    /** One of the veteran's family, whom he lets act for him. */
    boolean kin() default false;

    /** Other systems that were granted one of these. */
    ClientScope[] client() default {};

    /** On a route: the rule of this act, so that it is said only once. */
    Class<?> act() default Void.class;
}
