package org.rongyi.platform.documents.issued;

/**
 * 电子印章: the port to whoever signs a document's digest. A statutory seal (GB/T 38540) comes from a service the province names;
 * until one is joined here, the house signs itself and says that this is no statutory seal.
 */
public interface SealService {

    /**
     * A signature over a document.
     *
     * @param kind which service made it; the page that checks it goes by this
     * @param key the id of its key
     * @param hex the signature
     */
    record Seal(String kind, String key, String hex) {}

    Seal seal(String number, String sha256);

    boolean verifies(String number, String sha256, Seal seal);

    /** What a signature of the kind is, in words for anybody. */
    String inWords(String kind);
}
