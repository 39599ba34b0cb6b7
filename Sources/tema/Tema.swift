import ArgumentParser

@main
struct Tema: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "tema", abstract: "Coding and thematic analysis.")
}
