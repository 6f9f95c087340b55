package org.rongyi.platform.database;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * A PostgreSQL server of the user's own.
 *
 * @param url without user and password
 * @param user may create roles, and schemas in this database
 */
public record ExternalDatabase(String url, String user, String password) {

    private static final String PREFIX = "jdbc:";

    /** From {@code jdbc:postgresql://user:password@host/database}; reasons never repeat the password. */
    static ExternalDatabase parse(String place, String text) {
        var form = "写作 jdbc:postgresql://user:password@host:port/database · written so";
        try {
            if (!text.startsWith(PREFIX + "postgresql://")) {
                throw new WrongInput(place, form);
            }
            var uri = new URI(text.substring(PREFIX.length()));
            var login = uri.getUserInfo();
            var colon = login == null ? -1 : login.indexOf(':');
            if (login == null
                    || colon < 1
                    || uri.getHost() == null
                    || uri.getPath().length() < 2) {
                throw new WrongInput(place, form);
            }
            var bare =
                    new URI(uri.getScheme(), null, uri.getHost(), uri.getPort(), uri.getPath(), uri.getQuery(), null);
            return new ExternalDatabase(PREFIX + bare, login.substring(0, colon), login.substring(colon + 1));
        } catch (URISyntaxException e) {
            throw new WrongInput(place, form);
        }
    }

    @Override
    public String toString() {
        return url; // the password stays out of every log
    }
}
