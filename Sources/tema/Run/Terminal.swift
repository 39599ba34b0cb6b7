import Glibc

/// What is known of the terminal that a descriptor leads to.
enum Terminal {
    /// Its columns, or nothing where there is none or nobody knows.
    static func columns(of descriptor: CInt) -> Int? {
        var size = winsize()
        guard isatty(descriptor) == 1, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return nil
        }
        return Int(size.ws_col)
    }
}
