<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name>QObject</name>
    <message>
        <source>published %1</source>
        <translation>publié %1</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>époque</translation>
    </message>
    <message>
        <source>error %</source>
        <translation>erreur %</translation>
    </message>
    <message>
        <source>train</source>
        <translation>apprentissage</translation>
    </message>
    <message>
        <source>test</source>
        <translation>test</translation>
    </message>
    <message>
        <source>flip metric per layer</source>
        <translation>métrique de basculement par couche</translation>
    </message>
    <message>
        <source>flip metric π</source>
        <translation>métrique de basculement π</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>couche %1</translation>
    </message>
    <message>
        <source>train error %</source>
        <translation>erreur d’apprentissage %</translation>
    </message>
    <message>
        <source>hidden neurons</source>
        <translation>neurones cachés</translation>
    </message>
    <message>
        <source>published test</source>
        <translation>test publié</translation>
    </message>
    <message>
        <source>published sweet spot</source>
        <translation>optimum publié</translation>
    </message>
    <message>
        <source>difference of errors %</source>
        <translation>différence des erreurs %</translation>
    </message>
    <message>
        <source>%1, s = %2</source>
        <translation>%1, s = %2</translation>
    </message>
    <message>
        <source>A, transverse field</source>
        <translation>A, champ transverse</translation>
    </message>
    <message>
        <source>B, problem</source>
        <translation>B, problème</translation>
    </message>
    <message>
        <source>time in µs</source>
        <translation>temps en µs</translation>
    </message>
    <message>
        <source>energy in GHz</source>
        <translation>énergie en GHz</translation>
    </message>
    <message>
        <source>Forward annealing: the free phase</source>
        <translation>Recuit direct : la phase libre</translation>
    </message>
    <message>
        <source>Reverse annealing: the nudge phase</source>
        <translation>Recuit inverse : la phase de poussée</translation>
    </message>
    <message>
        <source>Fig. 5.11: energies of the reads one by one</source>
        <translation>Fig. 5.11 : énergies des lectures une à une</translation>
    </message>
    <message>
        <source>read</source>
        <translation>lecture</translation>
    </message>
    <message>
        <source>energy E</source>
        <translation>énergie E</translation>
    </message>
    <message>
        <source>before training</source>
        <translation>avant</translation>
    </message>
    <message>
        <source>after training</source>
        <translation>après</translation>
    </message>
    <message>
        <source>Fig. 5.12: energies above the lowest read</source>
        <translation>Fig. 5.12 : énergies au-dessus de la plus basse lecture</translation>
    </message>
    <message>
        <source>cos %1, error %2</source>
        <translation>cos %1, erreur %2</translation>
    </message>
    <message>
        <source>Export as %1</source>
        <translation>Exporter en %1</translation>
    </message>
    <message>
        <source>Export as %1…</source>
        <translation>Exporter en %1…</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Copier l&apos;image</translation>
    </message>
    <message>
        <source>Copy data</source>
        <translation>Copier les données</translation>
    </message>
</context>
<context>
    <name>nudge</name>
    <message>
        <source>No network is placed yet: press Embed.</source>
        <translation>Aucun réseau n’est placé : appuyez sur Plonger.</translation>
    </message>
    <message>
        <source>There is no layer %1; they go from 1 to %2.</source>
        <translation>Il n’y a pas de couche %1 ; elles vont de 1 à %2.</translation>
    </message>
    <message>
        <source>Layer %1 has no neuron %2; they go from 0 to %3.</source>
        <translation>La couche %1 n’a pas de neurone %2 ; ils vont de 0 à %3.</translation>
    </message>
    <message>
        <source>Write a neuron, like 2.7 for layer 2, neuron 7, or a qubit&apos;s number.</source>
        <translation>Écrivez un neurone, comme 2.7 pour la couche 2, neurone 7, ou le numéro d’un qubit.</translation>
    </message>
    <message>
        <source>There is no such qubit; they go from 0 to %L1.</source>
        <translation>Ce qubit n’existe pas ; ils vont de 0 à %L1.</translation>
    </message>
    <message>
        <source>The copy sees nearly what the network sees: trust the pictures.</source>
        <translation>La copie voit presque ce que voit le réseau : fiez-vous aux images.</translation>
    </message>
    <message>
        <source>The copy sees much of what the network sees: take the pictures as a sketch.</source>
        <translation>La copie voit une bonne part de ce que voit le réseau : prenez les images comme des esquisses.</translation>
    </message>
    <message>
        <source>The copy sees little of what the network sees, which needs its feedback: do not trust the pictures.</source>
        <translation>La copie voit peu de ce que voit le réseau, qui a besoin de sa rétroaction : ne vous fiez pas aux images.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Copy without feedback&lt;/b&gt;&lt;br&gt;train %1 of %L2 images&lt;br&gt;test %3 of %L4</source>
        <translation>&lt;b&gt;Copie sans rétroaction&lt;/b&gt;&lt;br&gt;apprentissage %1 de %L2 images&lt;br&gt;test %3 de %L4</translation>
    </message>
    <message>
        <source>&lt;br&gt;This image: machine&#xa0;%1, copy&#xa0;%2</source>
        <translation>&lt;br&gt;Cette image : machine %1, copie %2</translation>
    </message>
    <message>
        <source>&lt;p&gt;Nothing is learnt yet: the pictures show chance.</source>
        <translation>&lt;p&gt;Rien n’est encore appris : les images montrent le hasard.</translation>
    </message>
    <message>
        <source>&lt;p&gt;The network itself: test %1. </source>
        <translation>&lt;p&gt;Le réseau lui-même : test %1. </translation>
    </message>
    <message>
        <source>channel %1: ρ = %2, w = %3 to class %4</source>
        <translation>canal %1 : ρ = %2, w = %3 vers la classe %4</translation>
    </message>
    <message>
        <source>neuron %1: ρ = %2, w = %3 to class %4</source>
        <translation>neurone %1 : ρ = %2, w = %3 vers la classe %4</translation>
    </message>
    <message>
        <source>layer %1, neuron %2</source>
        <translation>couche %1, neurone %2</translation>
    </message>
    <message>
        <source>state s</source>
        <translation>état s</translation>
    </message>
    <message>
        <source>as an integer, 1 being %1</source>
        <translation>en entier, 1 valant %1</translation>
    </message>
    <message>
        <source>activation ρ(s)</source>
        <translation>activation ρ(s)</translation>
    </message>
    <message>
        <source>from below, W·ρ(s&lt;sup&gt;n−1&lt;/sup&gt;)</source>
        <translation>d’en bas, W·ρ(s&lt;sup&gt;n−1&lt;/sup&gt;)</translation>
    </message>
    <message>
        <source>from above, W&lt;sup&gt;T&lt;/sup&gt;·ρ(s&lt;sup&gt;n+1&lt;/sup&gt;)</source>
        <translation>d’en haut, W&lt;sup&gt;T&lt;/sup&gt;·ρ(s&lt;sup&gt;n+1&lt;/sup&gt;)</translation>
    </message>
    <message>
        <source>bias b</source>
        <translation>biais b</translation>
    </message>
    <message>
        <source>nudge β·(ŷ − s)</source>
        <translation>poussée β·(ŷ − s)</translation>
    </message>
</context>
<context>
    <name>nudge::AccountForm</name>
    <message>
        <source>Account on D-Wave&apos;s cloud</source>
        <translation>Compte sur le nuage de D-Wave</translation>
    </message>
    <message>
        <source>Region or address</source>
        <translation>Région ou adresse</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Jeton</translation>
    </message>
    <message>
        <source>Solver</source>
        <translation>Solveur</translation>
    </message>
    <message>
        <source>A region of D-Wave&apos;s cloud, or the address of a server that speaks its protocol, such as one of `nudge chip`</source>
        <translation>Une région du nuage de D-Wave, ou l’adresse d’un serveur qui parle son protocole, comme celui de `nudge chip`</translation>
    </message>
    <message>
        <source>From D-Wave&apos;s dashboard. Kept in memory until Nudge is closed; it is never written into experiments, runs or reports</source>
        <translation>Du tableau de bord de D-Wave. Gardé en mémoire jusqu’à la fermeture de Nudge ; il n’est jamais écrit dans les expériences, les entraînements ou les rapports</translation>
    </message>
    <message>
        <source>Name of a chip; empty: the one that D-Wave&apos;s settings choose</source>
        <translation>Nom d’une puce ; vide : celle que choisissent les réglages de D-Wave</translation>
    </message>
    <message>
        <source>State of the account</source>
        <translation>État du compte</translation>
    </message>
    <message>
        <source>as dwave.conf says</source>
        <translation>comme le dit dwave.conf</translation>
    </message>
    <message>
        <source>any chip</source>
        <translation>n’importe quelle puce</translation>
    </message>
    <message>
        <source>Connected, but there is no chip in this account.</source>
        <translation>Connecté, mais il n’y a pas de puce dans ce compte.</translation>
    </message>
    <message>
        <source>Connected:
%1</source>
        <translation>Connecté :
%1</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connecter</translation>
    </message>
    <message>
        <source>Asks the server for its chips; costs nothing</source>
        <translation>Demande au serveur ses puces ; ne coûte rien</translation>
    </message>
    <message>
        <source>Keep the token</source>
        <translation>Garder le jeton</translation>
    </message>
    <message>
        <source>Writes the token into %1, which only you can read</source>
        <translation>Écrit le jeton dans %1, que vous seul pouvez lire</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Question au serveur…</translation>
    </message>
    <message>
        <source>Kept in %1.</source>
        <translation>Gardé dans %1.</translation>
    </message>
</context>
<context>
    <name>nudge::AnnealingBar</name>
    <message>
        <source>Play</source>
        <translation>Jouer</translation>
    </message>
    <message>
        <source>Move through both anneals sweep by sweep (Space)</source>
        <translation>Parcourir les deux recuits balayage par balayage (Espace)</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Échantillonner</translation>
    </message>
    <message>
        <source>Anneal this input again, with other random numbers (R)</source>
        <translation>Recuire cette entrée encore, avec d’autres nombres aléatoires (R)</translation>
    </message>
    <message>
        <source>Straight schedules</source>
        <translation>Programmes droits</translation>
    </message>
    <message>
        <source>Puts both schedules back; that can be undone</source>
        <translation>Remet les deux programmes ; cela peut s’annuler</translation>
    </message>
    <message>
        <source>sample </source>
        <translation>image </translation>
    </message>
    <message>
        <source>Which image of the test set is annealed</source>
        <translation>Quelle image du jeu de test est recuite</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>Lectures</translation>
    </message>
    <message>
        <source> reads</source>
        <translation> lectures</translation>
    </message>
    <message>
        <source>How often it is annealed for the histogram</source>
        <translation>Combien de fois elle est recuite pour l’histogramme</translation>
    </message>
    <message>
        <source>Open problem…</source>
        <translation>Ouvrir un problème…</translation>
    </message>
    <message>
        <source>Anneals an Ising problem from a file: lines “i j value”, or dimod&apos;s JSON</source>
        <translation>Recuit un problème d’Ising d’un fichier : lignes « i j valeur », ou le JSON de dimod</translation>
    </message>
</context>
<context>
    <name>nudge::AnnealingHint</name>
    <message>
        <source>This machine settles without annealing. Choose “Simulated annealing” as the machine at the top, for a network of spins or of binary neurons, or begin with an example:</source>
        <translation>Cette machine se stabilise sans recuit. Choisissez « Recuit simulé » comme machine en haut, pour un réseau de spins ou de neurones binaires, ou commencez par un exemple :</translation>
    </message>
    <message>
        <source>Spins that learn drawn digits</source>
        <translation>Des spins qui apprennent des chiffres dessinés</translation>
    </message>
    <message>
        <source>Opens the preset %1; that can be undone</source>
        <translation>Ouvre le préréglage %1 ; cela peut s’annuler</translation>
    </message>
</context>
<context>
    <name>nudge::AnnealingWorkspace</name>
    <message>
        <source>preset %1</source>
        <translation>préréglage %1</translation>
    </message>
    <message>
        <source>Open Ising problem</source>
        <translation>Ouvrir un problème d’Ising</translation>
    </message>
    <message>
        <source>Ising problems (*.txt *.coo *.json);;All files (*)</source>
        <translation>Problèmes d’Ising (*.txt *.coo *.json);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Schedule of the free phase</source>
        <translation>Programme de la phase libre</translation>
    </message>
    <message>
        <source>Schedule of the nudge phase</source>
        <translation>Programme de la phase de poussée</translation>
    </message>
    <message>
        <source>two spins</source>
        <translation>deux spins</translation>
    </message>
    <message>
        <source>how far back</source>
        <translation>remontée</translation>
    </message>
    <message>
        <source>chip time</source>
        <translation>temps de puce</translation>
    </message>
    <message>
        <source>The smallest landscape at the same moment of the anneal (Fig. 5.1)</source>
        <translation>Le plus petit paysage au même moment du recuit (Fig. 5.1)</translation>
    </message>
    <message>
        <source>What reverse annealing keeps of the free state and what follows the nudge, against how far back it goes (Fig. 5.10)</source>
        <translation>Ce que le recuit inverse garde de l’état libre et ce qui suit la poussée, selon jusqu’où il remonte (Fig. 5.10)</translation>
    </message>
    <message>
        <source>What the phases of the run have used of the chip&apos;s time (Fig. 5.13)</source>
        <translation>Ce que les phases de l’entraînement ont pris du temps de la puce (Fig. 5.13)</translation>
    </message>
    <message>
        <source>spins kept, nothing to learn</source>
        <translation>spins gardés, sans rien à apprendre</translation>
    </message>
    <message>
        <source>outputs at target, nudged</source>
        <translation>sorties à la cible, poussées</translation>
    </message>
    <message>
        <source>A(s), GHz</source>
        <translation>A(s), GHz</translation>
    </message>
    <message>
        <source>B(s), GHz</source>
        <translation>B(s), GHz</translation>
    </message>
    <message>
        <source>annealing …</source>
        <translation>recuit …</translation>
    </message>
</context>
<context>
    <name>nudge::AssociativePage</name>
    <message>
        <source>Associative memory</source>
        <translation>Mémoire associative</translation>
    </message>
    <message>
        <source>A Hopfield network in two groups, A and B, that answer each other (BAM). The two need not be alike: an input recalls its output, which is what EP then learns by gradient.</source>
        <translation>Un réseau de Hopfield en deux groupes, A et B, qui se répondent (BAM). Les deux peuvent différer : une entrée rappelle sa sortie, ce qu&apos;EP apprend ensuite par gradient.</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>Paire</translation>
    </message>
    <message>
        <source>The stored pair that is shown</source>
        <translation>La paire mémorisée qui est montrée</translation>
    </message>
    <message>
        <source>Corrupt</source>
        <translation>Abîmer</translation>
    </message>
    <message>
        <source>Turns a fifth of the neurons of A, and all of B by chance</source>
        <translation>Retourne un cinquième des neurones de A, et tire B au hasard</translation>
    </message>
    <message>
        <source>A asks B</source>
        <translation>A interroge B</translation>
    </message>
    <message>
        <source>B answers A, A answers B, until both rest (Space)</source>
        <translation>B répond à A, A répond à B, jusqu&apos;au repos (Espace)</translation>
    </message>
    <message>
        <source>B asks A</source>
        <translation>B interroge A</translation>
    </message>
    <message>
        <source>A answers B first</source>
        <translation>A répond d&apos;abord à B</translation>
    </message>
    <message>
        <source>group A</source>
        <translation>groupe A</translation>
    </message>
    <message>
        <source>group B</source>
        <translation>groupe B</translation>
    </message>
    <message>
        <source>Draw by click and drag, or with arrow keys and Space. Disc: +1, ring: −1</source>
        <translation>Dessinez par clic et glissement, ou avec les flèches et Espace. Disque : +1, anneau : −1</translation>
    </message>
    <message>
        <source>energy</source>
        <translation>énergie</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>réponses</translation>
    </message>
    <message>
        <source>energy E</source>
        <translation>énergie E</translation>
    </message>
    <message>
        <source>let A ask B</source>
        <translation>laissez A interroger B</translation>
    </message>
    <message>
        <source>&lt;b&gt;Energy&lt;/b&gt;&lt;br&gt;E = −A M Bᵀ with M = Σ Aᵀ B over the stored pairs; no answer raises it.</source>
        <translation>&lt;b&gt;Énergie&lt;/b&gt;&lt;br&gt;E = −A M Bᵀ avec M = Σ Aᵀ B sur les paires mémorisées ; aucune réponse ne l&apos;élève.</translation>
    </message>
    <message>
        <source>Three pairs of letters are stored. Corrupt one, then let A ask B.</source>
        <translation>Trois paires de lettres sont mémorisées. Abîmez-en une, puis laissez A interroger B.</translation>
    </message>
    <message>
        <source>A is damaged, B is noise.</source>
        <translation>A est abîmé, B est du bruit.</translation>
    </message>
    <message>
        <source>At rest after %1 answers; overlap with the pair %2.</source>
        <translation>Au repos après %1 réponses ; recouvrement avec la paire %2.</translation>
    </message>
</context>
<context>
    <name>nudge::BoltzmannPage</name>
    <message>
        <source>Boltzmann machine</source>
        <translation>Machine de Boltzmann</translation>
    </message>
    <message>
        <source>The ancestor of the two phases: one with the data, one left to itself, and their difference ⟨v h⟩ − ⟨v h⟩ teaches the weights (CD-1). EP keeps the form and nudges instead, which makes the difference a gradient.</source>
        <translation>L&apos;ancêtre des deux phases : l&apos;une avec les données, l&apos;autre laissée à elle-même, et leur différence ⟨v h⟩ − ⟨v h⟩ instruit les poids (CD-1). EP garde la forme mais pousse, ce qui fait de la différence un gradient.</translation>
    </message>
    <message>
        <source>test images v</source>
        <translation>images de test v</translation>
    </message>
    <message>
        <source>reconstructed from h</source>
        <translation>reconstruites depuis h</translation>
    </message>
    <message>
        <source>what hidden units look for, W</source>
        <translation>ce que cherchent les unités cachées, W</translation>
    </message>
    <message>
        <source>generated from noise</source>
        <translation>engendrées depuis le bruit</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Apprendre</translation>
    </message>
    <message>
        <source>CD-1 on 2,000 drawn digits, until paused (Space)</source>
        <translation>CD-1 sur 2 000 chiffres dessinés, jusqu&apos;à la pause (Espace)</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Époque</translation>
    </message>
    <message>
        <source>Learns for one epoch (.)</source>
        <translation>Apprend pendant une époque (.)</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Engendrer</translation>
    </message>
    <message>
        <source>Gibbs sampling from noise: hidden and visible units drawn in turn, 200 times</source>
        <translation>Échantillonnage de Gibbs depuis le bruit : unités cachées et visibles tirées tour à tour, 200 fois</translation>
    </message>
    <message>
        <source>Add layer</source>
        <translation>Ajouter une couche</translation>
    </message>
    <message>
        <source>A machine on top, that learns what this one makes of the data: a deep belief network</source>
        <translation>Une machine au-dessus, qui apprend ce que celle-ci fait des données : un réseau de croyance profond</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>Forgets what was learnt (R)</source>
        <translation>Oublie ce qui a été appris (R)</translation>
    </message>
    <message>
        <source>press Learn</source>
        <translation>appuyez sur Apprendre</translation>
    </message>
    <message>
        <source>press Generate</source>
        <translation>appuyez sur Engendrer</translation>
    </message>
    <message>
        <source>reconstruction error</source>
        <translation>erreur de reconstruction</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>époque</translation>
    </message>
    <message>
        <source>(v − v′)²</source>
        <translation>(v − v′)²</translation>
    </message>
    <message>
        <source>&lt;b&gt;Reconstruction error&lt;/b&gt;&lt;br&gt;Mean square of v minus what one step down from the hidden units makes of it.</source>
        <translation>&lt;b&gt;Erreur de reconstruction&lt;/b&gt;&lt;br&gt;Moyenne du carré de v moins ce qu&apos;en refait un pas descendant depuis les unités cachées.</translation>
    </message>
    <message>
        <source>784 visible units, a pixel each, and 64 hidden ones. Press Learn.</source>
        <translation>784 unités visibles, une par pixel, et 64 cachées. Appuyez sur Apprendre.</translation>
    </message>
    <message>
        <source>It knows nothing yet: press Learn.</source>
        <translation>Elle ne sait encore rien : appuyez sur Apprendre.</translation>
    </message>
    <message>
        <source>The machine beneath has to learn first.</source>
        <translation>La machine du dessous doit d&apos;abord apprendre.</translation>
    </message>
    <message>
        <source>Layer %1 has %2 units, whose data is what the %3 beneath make of the images. Press Learn.</source>
        <translation>La couche %1 a %2 unités, dont les données sont ce que les %3 du dessous font des images. Appuyez sur Apprendre.</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>couche %1</translation>
    </message>
    <message>
        <source>layer %1, epoch %2: error %3</source>
        <translation>couche %1, époque %2 : erreur %3</translation>
    </message>
</context>
<context>
    <name>nudge::CellsView</name>
    <message>
        <source>Neurons of a layer</source>
        <translation>Neurones d’une couche</translation>
    </message>
    <message>
        <source>Neurons of %1</source>
        <translation>Neurones de %1</translation>
    </message>
    <message>
        <source>layer %1 · %2</source>
        <translation>couche %1 · %2</translation>
    </message>
    <message>
        <source>no neurons yet</source>
        <translation>pas encore de neurones</translation>
    </message>
    <message>
        <source>%L1 active</source>
        <translation>actifs : %L1</translation>
    </message>
    <message>
        <source>%L1 changed</source>
        <translation>changés : %L1</translation>
    </message>
    <message>
        <source>none changed</source>
        <translation>aucun changé</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt;&lt;br&gt;A cell is a neuron, coloured by its activation ρ(s): dark = 0, yellow = 1.&lt;br&gt;An orange outline marks a neuron whose activation the nudge changed.&lt;br&gt;%L2 active (ρ(s) ≥ ½).</source>
        <translation>&lt;b&gt;%1&lt;/b&gt;&lt;br&gt;Une cellule est un neurone, coloré par son activation ρ(s) : sombre = 0, jaune = 1.&lt;br&gt;Un contour orange marque un neurone dont la poussée a changé l’activation.&lt;br&gt;%L2 actifs (ρ(s) ≥ ½).</translation>
    </message>
    <message>
        <source>neuron %L1&lt;br&gt;ρ(s) = %2</source>
        <translation>neurone %L1&lt;br&gt;ρ(s) = %2</translation>
    </message>
</context>
<context>
    <name>nudge::ChainLengthPlot</name>
    <message>
        <source>chain lengths</source>
        <translation>longueurs des chaînes</translation>
    </message>
    <message>
        <source>Chain lengths</source>
        <translation>Longueurs des chaînes</translation>
    </message>
    <message>
        <source>qubits of a chain ℓ</source>
        <translation>qubits / chaîne ℓ</translation>
    </message>
    <message>
        <source>chains</source>
        <translation>chaînes</translation>
    </message>
    <message>
        <source>Embed the network to see how long its chains are.</source>
        <translation>Plongez le réseau pour voir la longueur de ses chaînes.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Chain lengths&lt;/b&gt;&lt;br&gt;ℓ qubits stand for one neuron. A qubit has few couplers, so that a neuron with many neighbours needs a chain of them. Long chains break more easily, and then their neuron has no spin.</source>
        <translation>&lt;b&gt;Longueurs des chaînes&lt;/b&gt;&lt;br&gt;ℓ qubits représentent un neurone. Un qubit a peu de coupleurs : un neurone à beaucoup de voisins a besoin d’une chaîne. Les longues chaînes cassent plus facilement, et leur neurone n’a alors pas de spin.</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>couche %1</translation>
    </message>
    <message>
        <source>&lt;br&gt;layer %1: %L2 chains</source>
        <translation>&lt;br&gt;couche %1 : %L2 chaînes</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 qubits&lt;/b&gt;</source>
        <translation>&lt;b&gt;%1 qubits&lt;/b&gt;</translation>
    </message>
</context>
<context>
    <name>nudge::ChainTable</name>
    <message>
        <source>neuron</source>
        <translation>neurone</translation>
    </message>
    <message>
        <source>qubits</source>
        <translation>qubits</translation>
    </message>
    <message>
        <source>coupled</source>
        <translation>couplé</translation>
    </message>
    <message>
        <source>chain</source>
        <translation>chaîne</translation>
    </message>
    <message>
        <source>Layer and number of the neuron</source>
        <translation>Couche et numéro du neurone</translation>
    </message>
    <message>
        <source>How many qubits stand for it</source>
        <translation>Combien de qubits le représentent</translation>
    </message>
    <message>
        <source>How many neurons it is coupled to</source>
        <translation>À combien de neurones il est couplé</translation>
    </message>
    <message>
        <source>The numbers of its qubits</source>
        <translation>Les numéros de ses qubits</translation>
    </message>
    <message>
        <source>Chains</source>
        <translation>Chaînes</translation>
    </message>
</context>
<context>
    <name>nudge::ChangedStrip</name>
    <message>
        <source>Neurons that the nudge changed, per layer</source>
        <translation>Neurones que la poussée a changés, par couche</translation>
    </message>
    <message>
        <source>error blocked: no neuron of layer %1 changed</source>
        <translation>erreur bloquée : aucun neurone de la couche %1 n’a changé</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>couche %1</translation>
    </message>
    <message>
        <source>outputs</source>
        <translation>sorties</translation>
    </message>
    <message>
        <source>changed by the nudge</source>
        <translation>changés par la poussée</translation>
    </message>
    <message>
        <source>error reaches every layer</source>
        <translation>l’erreur atteint chaque couche</translation>
    </message>
    <message>
        <source>no trajectory yet</source>
        <translation>pas encore de trajectoire</translation>
    </message>
    <message>
        <source>the nudge changed no output</source>
        <translation>la poussée n’a changé aucune sortie</translation>
    </message>
    <message>
        <source>&lt;b&gt;Changed neurons&lt;/b&gt;&lt;br&gt;How many activations ρ(s) differ from the end of the free phase. Only their weights learn: a layer in which nothing changed gets no gradient.</source>
        <translation>&lt;b&gt;Neurones changés&lt;/b&gt;&lt;br&gt;Combien d’activations ρ(s) diffèrent de la fin de la phase libre. Seuls leurs poids apprennent : une couche où rien n’a changé n’a pas de gradient.</translation>
    </message>
    <message>
        <source>&lt;br&gt;&lt;br&gt;%1. A larger β, more outputs per class or a smaller threshold distance let the error through.</source>
        <translation>&lt;br&gt;&lt;br&gt;%1. Un β plus grand, plus de sorties par classe ou un seuil plus proche laissent passer l’erreur.</translation>
    </message>
</context>
<context>
    <name>nudge::ChipControls</name>
    <message>
        <source>Chip</source>
        <translation>Puce</translation>
    </message>
    <message>
        <source>Which chip: chimera:16, pegasus:16, zephyr:15, other sizes, or a file that lists its qubits and couplers</source>
        <translation>Quelle puce : chimera:16, pegasus:16, zephyr:15, d’autres tailles, ou un fichier qui liste ses qubits et coupleurs</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>D’un fichier…</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <source>How the network is placed. Crossing lines: each layer becomes a bundle of lines that cross those of the next. Heuristic: chains one by one, for any network</source>
        <translation>Comment le réseau est placé. Lignes croisées : chaque couche devient un faisceau de lignes qui croisent celles de la suivante. Heuristique : chaîne après chaîne, pour tout réseau</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatique</translation>
    </message>
    <message>
        <source>crossing lines</source>
        <translation>lignes croisées</translation>
    </message>
    <message>
        <source>heuristic</source>
        <translation>heuristique</translation>
    </message>
    <message>
        <source>Seed of the heuristic</source>
        <translation>Graine de l’heuristique</translation>
    </message>
    <message>
        <source>The heuristic is random: another seed, another embedding</source>
        <translation>L’heuristique est aléatoire : autre graine, autre plongement</translation>
    </message>
    <message>
        <source>seed </source>
        <translation>graine </translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>Limite de temps</translation>
    </message>
    <message>
        <source>After which a search gives up</source>
        <translation>Après laquelle une recherche abandonne</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Embed</source>
        <translation>Plonger</translation>
    </message>
    <message>
        <source>Place the network on this chip (R)</source>
        <translation>Placer le réseau sur cette puce (R)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>End the search (R begins again)</source>
        <translation>Finir la recherche (R recommence)</translation>
    </message>
    <message>
        <source>Progress of the search</source>
        <translation>Avancement de la recherche</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>What the colour of a chain says</source>
        <translation>Ce que dit la couleur d’une chaîne</translation>
    </message>
    <message>
        <source>colour: layer</source>
        <translation>couleur : couche</translation>
    </message>
    <message>
        <source>colour: neuron</source>
        <translation>couleur : neurone</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>A neuron, like 2.7 for layer 2, neuron 7, or a qubit&apos;s number (Ctrl+F)</source>
        <translation>Un neurone, comme 2.7 pour la couche 2, neurone 7, ou le numéro d’un qubit (Ctrl+F)</translation>
    </message>
    <message>
        <source>find 2.7 or a qubit</source>
        <translation>chercher 2.7 ou un qubit</translation>
    </message>
    <message>
        <source>Mark faults</source>
        <translation>Marquer des pannes</translation>
    </message>
    <message>
        <source>While it is pressed, a click on a qubit marks it as faulty</source>
        <translation>Tant qu’il est enfoncé, un clic sur un qubit le marque en panne</translation>
    </message>
    <message>
        <source>Let all marked qubits work again</source>
        <translation>Remettre tous les qubits marqués en service</translation>
    </message>
    <message>
        <source>Anneal</source>
        <translation>Recuire</translation>
    </message>
    <message>
        <source>Settle one image of the test set after the other on the chip, by simulated annealing: spins and broken chains (Space; a full stop takes one)</source>
        <translation>Stabiliser une image du jeu de test après l’autre sur la puce, par recuit simulé : spins et chaînes cassées (Espace ; un point en prend une)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Open, save or copy what was found</source>
        <translation>Ouvrir, enregistrer ou copier ce qui a été trouvé</translation>
    </message>
    <message>
        <source>Open embedding…</source>
        <translation>Ouvrir un plongement…</translation>
    </message>
    <message>
        <source>Save embedding…</source>
        <translation>Enregistrer le plongement…</translation>
    </message>
    <message>
        <source>Copy statistics</source>
        <translation>Copier les statistiques</translation>
    </message>
    <message>
        <source>Open an example</source>
        <translation>Ouvrir un exemple</translation>
    </message>
    <message>
        <source>Opens the preset ising-digits, 784-120-40 spins; that can be undone</source>
        <translation>Ouvre le préréglage ising-digits, 784-120-40 spins ; cela peut s’annuler</translation>
    </message>
    <message>
        <source>Open chip</source>
        <translation>Ouvrir une puce</translation>
    </message>
    <message>
        <source>Chips (*.txt *.gz);;All files (*)</source>
        <translation>Puces (*.txt *.gz);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>placing the network …</source>
        <translation>placement du réseau …</translation>
    </message>
    <message>
        <source>%L1 faults</source>
        <translation>%L1 pannes</translation>
    </message>
</context>
<context>
    <name>nudge::ChipPanes</name>
    <message>
        <source>lengths</source>
        <translation>longueurs</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>couches</translation>
    </message>
    <message>
        <source>chains</source>
        <translation>chaînes</translation>
    </message>
    <message>
        <source>How many chains have how many qubits</source>
        <translation>Combien de chaînes ont combien de qubits</translation>
    </message>
    <message>
        <source>How many qubits each layer takes</source>
        <translation>Combien de qubits prend chaque couche</translation>
    </message>
    <message>
        <source>Every chain, to be sorted and followed</source>
        <translation>Chaque chaîne, à trier et à suivre</translation>
    </message>
</context>
<context>
    <name>nudge::ChipSignal</name>
    <message>
        <source> · layer %1: %2 of %3</source>
        <translation> · couche %1 : %2 sur %3</translation>
    </message>
    <message>
        <source>%1, the nudge turned%2</source>
        <translation>%1, la poussée a retourné%2</translation>
    </message>
</context>
<context>
    <name>nudge::ChipTimePlot</name>
    <message>
        <source>chip time</source>
        <translation>temps de puce</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>secondes</translation>
    </message>
    <message>
        <source>Press Play: what the chip is used for is counted here.</source>
        <translation>Appuyez sur Jouer : ce à quoi sert la puce est compté ici.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Chip time&lt;/b&gt; (Table 5.1, Fig. 5.13)&lt;br&gt;Every problem is programmed, annealed and read out as often as there are reads. Reverse annealing puts the initial state back before every read, which takes longer than anything else.</source>
        <translation>&lt;b&gt;Temps de puce&lt;/b&gt; (Tableau 5.1, Fig. 5.13)&lt;br&gt;Chaque problème est programmé, recuit et lu autant de fois qu’il y a de lectures. Le recuit inverse remet l’état initial avant chaque lecture, ce qui prend plus de temps que tout le reste.</translation>
    </message>
    <message>
        <source>free phase</source>
        <translation>phase libre</translation>
    </message>
    <message>
        <source>nudge phase</source>
        <translation>phase de poussée</translation>
    </message>
    <message>
        <source>program</source>
        <translation>programmation</translation>
    </message>
    <message>
        <source>anneal</source>
        <translation>recuit</translation>
    </message>
    <message>
        <source>read</source>
        <translation>lecture</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>attente</translation>
    </message>
    <message>
        <source>%L1 + %L2 problems; %3 % of chains broken</source>
        <translation>%L1 + %L2 problèmes ; %3 % des chaînes cassées</translation>
    </message>
    <message>
        <source>chip time %1 s</source>
        <translation>temps de puce %1 s</translation>
    </message>
    <message>
        <source>no chip time used yet</source>
        <translation>pas encore de temps de puce</translation>
    </message>
    <message>
        <source>%L1 problems, %L2 reads</source>
        <translation>%L1 problèmes, %L2 lectures</translation>
    </message>
    <message>
        <source>%1: %2 s</source>
        <translation>%1 : %2 s</translation>
    </message>
</context>
<context>
    <name>nudge::ChipView</name>
    <message>
        <source>Qubit %1 works</source>
        <translation>Le qubit %1 marche</translation>
    </message>
    <message>
        <source>Mark qubit %1 as faulty</source>
        <translation>Marquer le qubit %1 en panne</translation>
    </message>
    <message>
        <source>Follow its chain</source>
        <translation>Suivre sa chaîne</translation>
    </message>
    <message>
        <source>Show the whole chip</source>
        <translation>Montrer toute la puce</translation>
    </message>
    <message>
        <source>&lt;b&gt;The chip&lt;/b&gt;&lt;br&gt;A dot is a qubit, a line a coupler. A neuron with more neighbours than a qubit has couplers becomes a &lt;i&gt;chain&lt;/i&gt; of qubits, held together by strong couplings (thick lines) so that they agree: one spin σ&lt;sub&gt;i&lt;/sub&gt; = ±1. Thin lines carry the couplings J&lt;sub&gt;ij&lt;/sub&gt; between chains.&lt;br&gt;Wheel, + and − zoom; drag or arrow keys move; 0 shows everything. Click follows a chain, as PgUp and PgDn do; Ctrl and arrows go from qubit to qubit; Enter tells what it is; F or a right click marks it as faulty; Esc lets go.</source>
        <translation>&lt;b&gt;La puce&lt;/b&gt;&lt;br&gt;Un point est un qubit, un trait un coupleur. Un neurone qui a plus de voisins qu’un qubit n’a de coupleurs devient une &lt;i&gt;chaîne&lt;/i&gt; de qubits, tenus ensemble par des couplages forts (traits épais) pour être d’accord : un spin σ&lt;sub&gt;i&lt;/sub&gt; = ±1. Les traits fins portent les couplages J&lt;sub&gt;ij&lt;/sub&gt; entre chaînes.&lt;br&gt;Molette, + et − : zoom ; tirer ou flèches : déplacer ; 0 montre tout. Un clic suit une chaîne, comme PgHaut et PgBas ; Ctrl et flèches vont de qubit en qubit ; Entrée dit ce que c’est ; F ou un clic droit le marque en panne ; Échap lâche.</translation>
    </message>
    <message>
        <source>chip</source>
        <translation>puce</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>couche %1</translation>
    </message>
    <message>
        <source>a colour a neuron</source>
        <translation>une couleur par neurone</translation>
    </message>
    <message>
        <source>σ = +1</source>
        <translation>σ = +1</translation>
    </message>
    <message>
        <source>−1</source>
        <translation>−1</translation>
    </message>
    <message>
        <source>broken: %L1</source>
        <translation>cassées : %L1</translation>
    </message>
    <message>
        <source>faulty: %L1</source>
        <translation>en panne : %L1</translation>
    </message>
    <message>
        <source>unused</source>
        <translation>inutilisé</translation>
    </message>
    <message>
        <source>Choose a chip to see its qubits and couplers.</source>
        <translation>Choisissez une puce pour voir ses qubits et coupleurs.</translation>
    </message>
    <message>
        <source>Chip</source>
        <translation>Puce</translation>
    </message>
    <message>
        <source>place</source>
        <translation>place</translation>
    </message>
    <message>
        <source>state</source>
        <translation>état</translation>
    </message>
    <message>
        <source>faulty: chains go around it</source>
        <translation>en panne : les chaînes le contournent</translation>
    </message>
    <message>
        <source>not used; %1 couplers</source>
        <translation>inutilisé ; %1 coupleurs</translation>
    </message>
    <message>
        <source>neuron</source>
        <translation>neurone</translation>
    </message>
    <message>
        <source>layer %1, neuron %2</source>
        <translation>couche %1, neurone %2</translation>
    </message>
    <message>
        <source>chain</source>
        <translation>chaîne</translation>
    </message>
    <message numerus="yes">
        <source>%n qubit(s)</source>
        <translation>
            <numerusform>%n qubit</numerusform>
            <numerusform>%n qubits</numerusform>
        </translation>
    </message>
    <message>
        <source>, broken</source>
        <translation>, cassée</translation>
    </message>
    <message>
        <source>coupled to</source>
        <translation>couplé à</translation>
    </message>
    <message numerus="yes">
        <source>%n neuron(s)</source>
        <translation>
            <numerusform>%n neurone</numerusform>
            <numerusform>%n neurones</numerusform>
        </translation>
    </message>
    <message>
        <source>field h</source>
        <translation>champ h</translation>
    </message>
    <message>
        <source>%1, a share of %2 here</source>
        <translation>%1, une part de %2 ici</translation>
    </message>
    <message>
        <source>couplings J</source>
        <translation>couplages J</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>spin σ</source>
        <translation>spin σ</translation>
    </message>
    <message>
        <source>qubit %1</source>
        <translation>qubit %1</translation>
    </message>
    <message>
        <source>no chip yet</source>
        <translation>pas encore de puce</translation>
    </message>
    <message>
        <source>%1: %L2 qubits, %L3 couplers</source>
        <translation>%1 : %L2 qubits, %L3 coupleurs</translation>
    </message>
    <message>
        <source>%L1 neurons on %L2 qubits, chains of at most %3</source>
        <translation>%L1 neurones sur %L2 qubits, chaînes d’au plus %3</translation>
    </message>
    <message>
        <source>%L1 marked as faulty</source>
        <translation>%L1 marqués en panne</translation>
    </message>
    <message>
        <source>%L1 broken chains</source>
        <translation>%L1 chaînes cassées</translation>
    </message>
    <message>
        <source>following layer %1, neuron %2</source>
        <translation>suivi : couche %1, neurone %2</translation>
    </message>
    <message>
        <source>qubit %1 in hand</source>
        <translation>qubit %1 en main</translation>
    </message>
</context>
<context>
    <name>nudge::ChipWorkspace</name>
    <message>
        <source>Open embedding</source>
        <translation>Ouvrir un plongement</translation>
    </message>
    <message>
        <source>Save embedding</source>
        <translation>Enregistrer le plongement</translation>
    </message>
    <message>
        <source>preset %1</source>
        <translation>préréglage %1</translation>
    </message>
    <message>
        <source>Stopped after %1 s: nothing was placed anew. Embed (R) begins again.</source>
        <translation>Arrêté après %1 s : rien n’a été replacé. Plonger (R) recommence.</translation>
    </message>
    <message>
        <source>%L1 neurons are many for a chip: press Embed (R) to try.</source>
        <translation>%L1 neurones, c’est beaucoup pour une puce : appuyez sur Plonger (R) pour essayer.</translation>
    </message>
    <message>
        <source>Embed (R) places the network around the marked qubits.</source>
        <translation>Plonger (R) place le réseau autour des qubits marqués.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Enregistré comme %1.</translation>
    </message>
    <message>
        <source>sample %1, a %2</source>
        <translation>image %1, un %2</translation>
    </message>
    <message>
        <source>%1 on the chip: &lt;b&gt;%L2&lt;/b&gt; of %L3 chains broken; chain strength %4</source>
        <translation>%1 sur la puce : &lt;b&gt;%L2&lt;/b&gt; de %L3 chaînes cassées ; force de chaîne %4</translation>
    </message>
    <message>
        <source>The run goes on with another embedding than this one: choose its chip and the automatic method to watch it here.</source>
        <translation>L’entraînement continue avec un autre plongement que celui-ci : choisissez sa puce et la méthode automatique pour le suivre ici.</translation>
    </message>
    <message>
        <source>The run&apos;s newest %1 on the chip: &lt;b&gt;%L2&lt;/b&gt; of %L3 chains broken</source>
        <translation>La plus récente %1 de l’entraînement sur la puce : &lt;b&gt;%L2&lt;/b&gt; de %L3 chaînes cassées</translation>
    </message>
    <message>
        <source>free phase</source>
        <translation>phase libre</translation>
    </message>
    <message>
        <source>nudge phase</source>
        <translation>phase de poussée</translation>
    </message>
    <message>
        <source>, all values × %1 to fit</source>
        <translation>, toutes les valeurs × %1 pour tenir</translation>
    </message>
</context>
<context>
    <name>nudge::ClassicsWorkspace</name>
    <message>
        <source>The classics</source>
        <translation>Les classiques</translation>
    </message>
</context>
<context>
    <name>nudge::CompareRuns</name>
    <message>
        <source>Add run…</source>
        <translation>Ajouter…</translation>
    </message>
    <message>
        <source>Compare with a run from another folder</source>
        <translation>Comparer avec une exécution d&apos;un autre dossier</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Relire</translation>
    </message>
    <message>
        <source>Read the folders of the runs anew</source>
        <translation>Relire les dossiers des exécutions</translation>
    </message>
    <message>
        <source>Compare with a run</source>
        <translation>Comparer avec une exécution</translation>
    </message>
    <message>
        <source>There is no run in %1.</source>
        <translation>Il n&apos;y a pas d&apos;exécution dans %1.</translation>
    </message>
    <message>
        <source>No run was written down yet: train a network, and it stands here.</source>
        <translation>Aucune exécution n&apos;est encore enregistrée : entraînez un réseau, et elle sera ici.</translation>
    </message>
    <message>
        <source>Tick runs: their curves get the number of the row.</source>
        <translation>Cochez des exécutions : leurs courbes portent leur numéro.</translation>
    </message>
</context>
<context>
    <name>nudge::CutPage</name>
    <message>
        <source>Max-Cut</source>
        <translation>Max-Cut</translation>
    </message>
    <message>
        <source>The task that Ising machines are built for: divide the nodes so that as many edges as possible are cut. With J = 1 on every edge E = Σ J − 2·cut: the ground state is the answer. EP writes its questions into J and h instead.</source>
        <translation>La tâche pour laquelle on construit les machines d&apos;Ising : partager les nœuds pour couper le plus d&apos;arêtes possible. Avec J = 1 sur chaque arête E = Σ J − 2·coupe : l&apos;état fondamental est la réponse. EP, lui, écrit ses questions dans J et h.</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graphe</translation>
    </message>
    <message>
        <source>random</source>
        <translation>aléatoire</translation>
    </message>
    <message>
        <source>ring</source>
        <translation>anneau</translation>
    </message>
    <message>
        <source>Petersen</source>
        <translation>Petersen</translation>
    </message>
    <message>
        <source>3-regular</source>
        <translation>3-régulier</translation>
    </message>
    <message>
        <source>torus</source>
        <translation>tore</translation>
    </message>
    <message>
        <source>random ±1</source>
        <translation>aléatoire ±1</translation>
    </message>
    <message>
        <source>Which graph; negative weights are dashed and better not cut</source>
        <translation>Quel graphe ; les poids négatifs, en tirets, sont à ne pas couper</translation>
    </message>
    <message>
        <source>nodes </source>
        <translation>nœuds </translation>
    </message>
    <message>
        <source>How many nodes it has</source>
        <translation>Combien de nœuds il a</translation>
    </message>
    <message>
        <source>New graph</source>
        <translation>Autre graphe</translation>
    </message>
    <message>
        <source>Another graph of this kind (R)</source>
        <translation>Un autre graphe de cette sorte (R)</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Ouvrir…</translation>
    </message>
    <message>
        <source>A file of edges “i j”, or an Ising problem without fields</source>
        <translation>Un fichier d&apos;arêtes « i j », ou un problème d&apos;Ising sans champs</translation>
    </message>
    <message>
        <source>Solver</source>
        <translation>Solveur</translation>
    </message>
    <message>
        <source>all states</source>
        <translation>tous les états</translation>
    </message>
    <message>
        <source>simulated annealing</source>
        <translation>recuit simulé</translation>
    </message>
    <message>
        <source>quantum annealing</source>
        <translation>recuit quantique</translation>
    </message>
    <message>
        <source>memristors with noise</source>
        <translation>memristors bruités</translation>
    </message>
    <message>
        <source>on a chip</source>
        <translation>sur une puce</translation>
    </message>
    <message>
        <source>What looks for the largest cut; all states only up to 24 nodes</source>
        <translation>Ce qui cherche la plus grande coupe ; tous les états seulement jusqu&apos;à 24 nœuds</translation>
    </message>
    <message>
        <source>reads </source>
        <translation>lectures </translation>
    </message>
    <message>
        <source>How often the solver tries</source>
        <translation>Combien d&apos;essais fait le solveur</translation>
    </message>
    <message>
        <source>Solve</source>
        <translation>Résoudre</translation>
    </message>
    <message>
        <source>Looks for the largest cut (Space)</source>
        <translation>Cherche la plus grande coupe (Espace)</translation>
    </message>
    <message>
        <source>cuts of the reads, best first</source>
        <translation>coupes des lectures, la meilleure d&apos;abord</translation>
    </message>
    <message>
        <source>read</source>
        <translation>lecture</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>coupe</translation>
    </message>
    <message>
        <source>press Solve</source>
        <translation>appuyez sur Résoudre</translation>
    </message>
    <message>
        <source>Open graph</source>
        <translation>Ouvrir un graphe</translation>
    </message>
    <message>
        <source>%1 nodes, %2 edges; the cut is %3. Click nodes to take them to the other side.</source>
        <translation>%1 nœuds, %2 arêtes ; la coupe est %3. Cliquez sur des nœuds pour les passer de l&apos;autre côté.</translation>
    </message>
    <message>
        <source>solving …</source>
        <translation>résolution …</translation>
    </message>
    <message>
        <source>%1: cut %2 in %3 s</source>
        <translation>%1 : coupe %2 en %3 s</translation>
    </message>
    <message>
        <source>, on %1 qubits</source>
        <translation>, sur %1 qubits</translation>
    </message>
</context>
<context>
    <name>nudge::CutView</name>
    <message>
        <source>Graph with its two sides</source>
        <translation>Graphe avec ses deux côtés</translation>
    </message>
</context>
<context>
    <name>nudge::DepthPlot</name>
    <message>
        <source>how far back to anneal</source>
        <translation>jusqu’où remonter le recuit</translation>
    </message>
    <message>
        <source>reverse annealing goes back to s = f</source>
        <translation>le recuit inverse remonte à s = f</translation>
    </message>
    <message>
        <source>share %</source>
        <translation>part %</translation>
    </message>
    <message>
        <source>Run a sweep over f: each run adds a point.</source>
        <translation>Lancez une série sur f : chaque entraînement ajoute un point.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Reverse annealing&lt;/b&gt;&lt;br&gt;The nudge phase starts from the free state at s = 1, goes back to s = f and forth again. Small f disturbs much: the free state is forgotten. f near 1 disturbs little: the nudge changes nothing, ΔW&lt;sub&gt;ij&lt;/sub&gt; ∝ −(σ&lt;sub&gt;i&lt;/sub&gt;σ&lt;sub&gt;j&lt;/sub&gt;|nudge − σ&lt;sub&gt;i&lt;/sub&gt;σ&lt;sub&gt;j&lt;/sub&gt;|free) = 0. Points are means over seeds, bars one standard deviation to either side.</source>
        <translation>&lt;b&gt;Recuit inverse&lt;/b&gt;&lt;br&gt;La phase de poussée part de l’état libre à s = 1, remonte à s = f et redescend. Un petit f dérange beaucoup : l’état libre est oublié. f près de 1 dérange peu : la poussée ne change rien, ΔW&lt;sub&gt;ij&lt;/sub&gt; ∝ −(σ&lt;sub&gt;i&lt;/sub&gt;σ&lt;sub&gt;j&lt;/sub&gt;|poussé − σ&lt;sub&gt;i&lt;/sub&gt;σ&lt;sub&gt;j&lt;/sub&gt;|libre) = 0. Les points sont des moyennes sur les graines, les barres un écart type de chaque côté.</translation>
    </message>
    <message>
        <source>published</source>
        <translation>publié</translation>
    </message>
    <message>
        <source>back to s = f</source>
        <translation>remonter à s = f</translation>
    </message>
</context>
<context>
    <name>nudge::Document</name>
    <message>
        <source>change of %1</source>
        <translation>changement de %1</translation>
    </message>
    <message>
        <source>new layer</source>
        <translation>nouvelle couche</translation>
    </message>
    <message>
        <source>new convolution</source>
        <translation>nouvelle convolution</translation>
    </message>
    <message>
        <source>removal of layer %1</source>
        <translation>suppression de la couche %1</translation>
    </message>
    <message>
        <source>size of layer %1</source>
        <translation>taille de la couche %1</translation>
    </message>
</context>
<context>
    <name>nudge::DocumentFiles</name>
    <message>
        <source>There is not enough memory for this file.</source>
        <translation>Il n’y a pas assez de mémoire pour ce fichier.</translation>
    </message>
    <message>
        <source>Nudge</source>
        <translation>Nudge</translation>
    </message>
    <message>
        <source>Save experiment</source>
        <translation>Enregistrer l’expérience</translation>
    </message>
    <message>
        <source>New experiment</source>
        <translation>Nouvelle expérience</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open lately used</source>
        <translation>Ouvrir un fichier récent</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Enregistrer sous</translation>
    </message>
    <message>
        <source>Open a run&apos;s folder</source>
        <translation>Ouvrir le dossier d&apos;une exécution</translation>
    </message>
    <message>
        <source>Go on with the last run</source>
        <translation>Reprendre le dernier entraînement</translation>
    </message>
    <message>
        <source>%1 (run)</source>
        <translation>%1 (exécution)</translation>
    </message>
    <message>
        <source>nothing was opened or saved yet</source>
        <translation>rien n&apos;a encore été ouvert ni enregistré</translation>
    </message>
    <message>
        <source>Forget these</source>
        <translation>Les oublier</translation>
    </message>
    <message>
        <source>The experiment has changes that are not saved. Discard them?</source>
        <translation>L’expérience a des changements non enregistrés. Les abandonner ?</translation>
    </message>
    <message>
        <source>Open experiment</source>
        <translation>Ouvrir une expérience</translation>
    </message>
    <message>
        <source>Report of this run</source>
        <translation>Rapport de cette exécution</translation>
    </message>
    <message>
        <source>There is no run to report of yet: train first (Ctrl+Space).</source>
        <translation>Aucune exécution dont faire le rapport : entraînez d&apos;abord (Ctrl+Espace).</translation>
    </message>
    <message>
        <source>report.html and report.pdf are in %1</source>
        <translation>report.html et report.pdf sont dans %1</translation>
    </message>
    <message>
        <source>%1: is a pipe or a device, no file. Save what comes from it to a file and open that.</source>
        <translation>%1 : c’est un tube ou un périphérique, pas un fichier. Enregistrez ce qui en vient dans un fichier et ouvrez celui-ci.</translation>
    </message>
    <message>
        <source>%1 has been changed by another program since it was opened or saved here. Discard those changes?</source>
        <translation>%1 a été modifié par un autre programme depuis son ouverture ou son enregistrement ici. Abandonner ces modifications ?</translation>
    </message>
</context>
<context>
    <name>nudge::DynamicsWorkspace</name>
    <message>
        <source>target </source>
        <translation>cible </translation>
    </message>
    <message>
        <source>The class of the target ŷ that the nudge pulls the outputs towards: β(ŷ − s)</source>
        <translation>La classe de la cible ŷ vers laquelle la poussée tire les sorties : β(ŷ − s)</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>changés</translation>
    </message>
    <message>
        <source>EP = BPTT</source>
        <translation>EP = BPTT</translation>
    </message>
    <message>
        <source>How many neurons the nudge has changed in each layer</source>
        <translation>Combien de neurones la poussée a changés dans chaque couche</translation>
    </message>
    <message>
        <source>How the estimate of the nudge phase agrees with the exact gradient through time</source>
        <translation>Comment l’estimation de la phase de poussée s’accorde au gradient exact dans le temps</translation>
    </message>
    <message>
        <source>%1 · settling …</source>
        <translation>%1 · relaxation …</translation>
    </message>
    <message>
        <source>Target class</source>
        <translation>Classe cible</translation>
    </message>
</context>
<context>
    <name>nudge::EmbedText</name>
    <message>
        <source>from a file</source>
        <translation>d’un fichier</translation>
    </message>
    <message>
        <source>its own cells</source>
        <translation>ses propres cellules</translation>
    </message>
    <message>
        <source>crossing lines</source>
        <translation>lignes croisées</translation>
    </message>
    <message>
        <source>heuristic</source>
        <translation>heuristique</translation>
    </message>
    <message>
        <source>&lt;b&gt;%L1&lt;/b&gt; of %L2 qubits (%3 %) for %L4 neurons; longest chain &lt;b&gt;%5&lt;/b&gt;, mean %6; %7, %8 s</source>
        <translation>&lt;b&gt;%L1&lt;/b&gt; de %L2 qubits (%3 %) pour %L4 neurones ; plus longue chaîne &lt;b&gt;%5&lt;/b&gt;, moyenne %6 ; %7, %8 s</translation>
    </message>
    <message>
        <source>chip	%1
qubits	%2
couplers	%3
neurons	%4
qubits used	%5
shortest chain	%6
longest chain	%7
mean chain	%8
</source>
        <translation>puce	%1
qubits	%2
coupleurs	%3
neurones	%4
qubits utilisés	%5
plus courte chaîne	%6
plus longue chaîne	%7
chaîne moyenne	%8
</translation>
    </message>
    <message>
        <source>layer %1	%2 neurons	%3 qubits
</source>
        <translation>couche %1	%2 neurones	%3 qubits
</translation>
    </message>
</context>
<context>
    <name>nudge::Embedder</name>
    <message>
        <source>this graph</source>
        <translation>ce graphe</translation>
    </message>
    <message>
        <source>the network</source>
        <translation>le réseau</translation>
    </message>
    <message>
        <source>a smaller graph</source>
        <translation>un graphe plus petit</translation>
    </message>
    <message>
        <source>smaller layers</source>
        <translation>des couches plus petites</translation>
    </message>
    <message>
        <source>try --method heuristic</source>
        <translation>essayez --method heuristic</translation>
    </message>
    <message>
        <source>choose the method “heuristic” or “automatic”</source>
        <translation>choisissez la méthode « heuristique » ou « automatique »</translation>
    </message>
</context>
<context>
    <name>nudge::EnergyPlot</name>
    <message>
        <source>energy</source>
        <translation>énergie</translation>
    </message>
    <message>
        <source>time step t</source>
        <translation>pas de temps t</translation>
    </message>
    <message>
        <source>energy E, F</source>
        <translation>énergie E, F</translation>
    </message>
    <message>
        <source>no trajectory yet</source>
        <translation>pas encore de trajectoire</translation>
    </message>
    <message>
        <source>&lt;b&gt;Energy&lt;/b&gt;&lt;br&gt;The free phase descends E(s); the nudge phase descends F = E + βℓ with ℓ = ½|ŷ − s&lt;sup&gt;L&lt;/sup&gt;|². At the boundary F jumps up by βℓ: the nudge has begun. The first steps may come from above the picture.&lt;br&gt;In the prototypical settings E stands for −Φ.</source>
        <translation>&lt;b&gt;Énergie&lt;/b&gt;&lt;br&gt;La phase libre descend E(s) ; la phase de poussée descend F = E + βℓ avec ℓ = ½|ŷ − s&lt;sup&gt;L&lt;/sup&gt;|². À la frontière F saute de βℓ : la poussée a commencé. Les premiers pas peuvent venir d’au-dessus de l’image.&lt;br&gt;Dans les réglages prototypiques E représente −Φ.</translation>
    </message>
    <message>
        <source>E</source>
        <translation>E</translation>
    </message>
    <message>
        <source>F = E + βℓ</source>
        <translation>F = E + βℓ</translation>
    </message>
    <message>
        <source>E, nudged</source>
        <translation>E, poussée</translation>
    </message>
</context>
<context>
    <name>nudge::EpochPlot</name>
    <message>
        <source>press play: the curve begins with the first mini-batches</source>
        <translation>appuyez sur Jouer : la courbe commence avec les premiers mini-lots</translation>
    </message>
    <message>
        <source>%1, running</source>
        <translation>%1, en cours</translation>
    </message>
    <message>
        <source>earlier</source>
        <translation>plus tôt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>nudge::ErrorPlot</name>
    <message>
        <source>error on train and test images</source>
        <translation>erreur sur les images d’apprentissage et de test</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>époque</translation>
    </message>
    <message>
        <source>error %</source>
        <translation>erreur %</translation>
    </message>
    <message>
        <source>&lt;b&gt;Error&lt;/b&gt;&lt;br&gt;The share of images whose predicted class (the largest mean of s&lt;sup&gt;L&lt;/sup&gt; over a class&apos;s outputs) is not their label. Train images are those learnt from; test images were never seen. Thin: the running train error of the last mini-batches; grey: earlier runs.</source>
        <translation>&lt;b&gt;Erreur&lt;/b&gt;&lt;br&gt;La part d’images dont la classe prédite (la plus grande moyenne de s&lt;sup&gt;L&lt;/sup&gt; sur les sorties d’une classe) n’est pas leur étiquette. Les images d’apprentissage sont celles dont on apprend ; celles de test n’ont jamais été vues. Fin : l’erreur courante des derniers mini-lots ; gris : entraînements précédents.</translation>
    </message>
    <message>
        <source>train</source>
        <translation>apprentissage</translation>
    </message>
    <message>
        <source>test</source>
        <translation>test</translation>
    </message>
</context>
<context>
    <name>nudge::FeaturesView</name>
    <message>
        <source>Class patterns: the input x that excites each class most</source>
        <translation>Motifs des classes : l’entrée x qui excite le plus chaque classe</translation>
    </message>
    <message>
        <source>Class patterns x</source>
        <translation>Motifs des classes x</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>Motifs</translation>
    </message>
    <message>
        <source>%1 ✓</source>
        <translation>%1 ✓</translation>
    </message>
    <message>
        <source>%1 → %2 ✗</source>
        <translation>%1 → %2 ✗</translation>
    </message>
    <message>
        <source>Weights w of class %1 to the %2 most active channels of layer %3, with patterns</source>
        <translation>Poids w de la classe %1 vers les %2 canaux les plus actifs de la couche %3, avec motifs</translation>
    </message>
    <message>
        <source>Weights w of class %1 to the %2 most active neurons of layer %3, with patterns</source>
        <translation>Poids w de la classe %1 vers les %2 neurones les plus actifs de la couche %3, avec motifs</translation>
    </message>
    <message>
        <source>Weights w of class %1, active channels</source>
        <translation>Poids w de la classe %1, canaux actifs</translation>
    </message>
    <message>
        <source>Weights w of class %1, active neurons</source>
        <translation>Poids w de la classe %1, neurones actifs</translation>
    </message>
    <message>
        <source>Weights w of class %1</source>
        <translation>Poids w de la classe %1</translation>
    </message>
    <message>
        <source>Weights w</source>
        <translation>Poids w</translation>
    </message>
    <message>
        <source>−%1</source>
        <translation>−%1</translation>
    </message>
    <message>
        <source>ρ %1</source>
        <translation>ρ %1</translation>
    </message>
    <message>
        <source>Receptive fields: their weights over the input</source>
        <translation>Champs récepteurs : leurs poids sur l’entrée</translation>
    </message>
    <message>
        <source>Receptive fields</source>
        <translation>Champs récepteurs</translation>
    </message>
    <message>
        <source>Filters of these channels</source>
        <translation>Filtres de ces canaux</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtres</translation>
    </message>
    <message>
        <source>Receptive fields: their weights over the input, through the layers between</source>
        <translation>Champs récepteurs : leurs poids sur l’entrée, à travers les couches intermédiaires</translation>
    </message>
    <message>
        <source>Their maps in the free state, ρ(s)</source>
        <translation>Leurs cartes dans l’état libre, ρ(s)</translation>
    </message>
    <message>
        <source>Maps ρ(s)</source>
        <translation>Cartes ρ(s)</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Motifs</translation>
    </message>
    <message>
        <source>channel %1</source>
        <translation>canal %1</translation>
    </message>
    <message>
        <source>neuron %1</source>
        <translation>neurone %1</translation>
    </message>
    <message>
        <source>&lt;b&gt;Class %1&lt;/b&gt;&lt;br&gt;The input x that excites this class&apos;s outputs most; its mean output in the copy is %2.&lt;br&gt;%3</source>
        <translation>&lt;b&gt;Classe %1&lt;/b&gt;&lt;br&gt;L’entrée x qui excite le plus les sorties de cette classe ; sa sortie moyenne dans la copie est %2.&lt;br&gt;%3</translation>
    </message>
    <message>
        <source>The copy takes it for its own class.</source>
        <translation>La copie la prend pour sa propre classe.</translation>
    </message>
    <message>
        <source>The copy takes it for class %1: do not trust it.</source>
        <translation>La copie la prend pour la classe %1 : ne vous y fiez pas.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Layer %1, %2&lt;/b&gt;&lt;br&gt;ρ(s) = %3 in the free state of the shown image; told %4 from below, above and by its bias.&lt;br&gt;Weight w to class %5: %6</source>
        <translation>&lt;b&gt;Couche %1, %2&lt;/b&gt;&lt;br&gt;ρ(s) = %3 dans l’état libre de l’image montrée ; reçoit %4 d’en bas, d’en haut et de son biais.&lt;br&gt;Poids w vers la classe %5 : %6</translation>
    </message>
    <message>
        <source>&lt;br&gt;The picture is the input that excites it most.</source>
        <translation>&lt;br&gt;L’image est l’entrée qui l’excite le plus.</translation>
    </message>
    <message>
        <source>&lt;br&gt;The picture is its filter: blue −, orange +.</source>
        <translation>&lt;br&gt;L’image est son filtre : bleu −, orange +.</translation>
    </message>
    <message>
        <source>&lt;br&gt;The picture is its weights over the input: blue −, orange +.</source>
        <translation>&lt;br&gt;L’image est ses poids sur l’entrée : bleu −, orange +.</translation>
    </message>
    <message>
        <source>&lt;br&gt;The picture is its map in the free state.</source>
        <translation>&lt;br&gt;L’image est sa carte dans l’état libre.</translation>
    </message>
    <message>
        <source>no patterns yet</source>
        <translation>pas encore de motifs</translation>
    </message>
    <message>
        <source>class %1 of %2 is chosen</source>
        <translation>classe %1 de %2 choisie</translation>
    </message>
    <message>
        <source>; %1</source>
        <translation> ; %1</translation>
    </message>
</context>
<context>
    <name>nudge::FeaturesWorkspace</name>
    <message>
        <source>Refresh</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Look again, with the run&apos;s newest weights (R)</source>
        <translation>Chercher à nouveau, avec les poids les plus récents (R)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Stop looking for patterns</source>
        <translation>Arrêter de chercher des motifs</translation>
    </message>
    <message>
        <source>Train first: these are the patterns of random weights.</source>
        <translation>Poids encore aléatoires : entraînez.</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Entraîner</translation>
    </message>
    <message>
        <source>Starts the run (Space)</source>
        <translation>Lance l’entraînement (Espace)</translation>
    </message>
    <message>
        <source>Hidden layer</source>
        <translation>Couche cachée</translation>
    </message>
    <message>
        <source>The hidden layer n whose most active neurons or channels are shown</source>
        <translation>La couche cachée n dont les neurones ou canaux les plus actifs sont montrés</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Classe</translation>
    </message>
    <message>
        <source>class </source>
        <translation>classe </translation>
    </message>
    <message>
        <source>The class whose weights w join its outputs to the hidden neurons; the shown image&apos;s own at first</source>
        <translation>La classe dont les poids w relient les sorties aux neurones cachés ; au début celle de l’image montrée</translation>
    </message>
    <message>
        <source>Progress of the search for patterns</source>
        <translation>Avancement de la recherche des motifs</translation>
    </message>
    <message>
        <source>Accuracy of the copy</source>
        <translation>Exactitude de la copie</translation>
    </message>
    <message>
        <source>The patterns are drawn with a copy of the network that has its weights W and biases b but nothing coming back from above; where neurons are binary it has HardTanh(g·z) in place of the step. The more images the copy tells right, the more its patterns say of the network.</source>
        <translation>Les motifs sont dessinés avec une copie du réseau qui a ses poids W et ses biais b mais rien qui revienne d’en haut ; où les neurones sont binaires elle a HardTanh(g·z) au lieu du seuil. Plus la copie reconnaît d’images, plus ses motifs en disent sur le réseau.</translation>
    </message>
    <message>
        <source>How patterns are looked for</source>
        <translation>Comment les motifs sont cherchés</translation>
    </message>
    <message>
        <source>layer %1 · %2</source>
        <translation>couche %1 · %2</translation>
    </message>
    <message>
        <source>stopped; Refresh looks again</source>
        <translation>arrêté ; Actualiser cherche à nouveau</translation>
    </message>
</context>
<context>
    <name>nudge::FieldRow</name>
    <message>
        <source>Put %1 back</source>
        <translation>Remettre %1</translation>
    </message>
    <message>
        <source>Thesis: %1</source>
        <translation>Thèse : %1</translation>
    </message>
    <message>
        <source>Changes at once, even while a run goes on.</source>
        <translation>Change aussitôt, même pendant un entraînement.</translation>
    </message>
    <message>
        <source>Put back the preset&apos;s %1</source>
        <translation>Remettre %1 du préréglage</translation>
    </message>
</context>
<context>
    <name>nudge::FlipPlot</name>
    <message>
        <source>flip metric π per layer</source>
        <translation>métrique de basculement π par couche</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>époque</translation>
    </message>
    <message>
        <source>flip metric π</source>
        <translation>métrique de basculement π</translation>
    </message>
    <message>
        <source>&lt;b&gt;Flip metric π&lt;/b&gt;&lt;br&gt;π = ln(flips / weights + 10&lt;sup&gt;−9&lt;/sup&gt;): how many of a layer&apos;s binary weights change sign in an epoch.&lt;br&gt;Healthy training starts between 0 and −5 and sinks below −5. Near 0 the weights are thrown about; far below −5 from the start nothing is learnt.</source>
        <translation>&lt;b&gt;Métrique de basculement π&lt;/b&gt;&lt;br&gt;π = ln(basculements / poids + 10&lt;sup&gt;−9&lt;/sup&gt;) : combien de poids binaires d’une couche changent de signe par époque.&lt;br&gt;Un entraînement sain part entre 0 et −5 puis descend sous −5. Près de 0 les poids sont ballottés ; bien sous −5 dès le début rien n’est appris.</translation>
    </message>
    <message>
        <source>healthy start: 0 to −5</source>
        <translation>départ sain : 0 à −5</translation>
    </message>
    <message>
        <source>then sinks below −5</source>
        <translation>puis descend sous −5</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>couche %1</translation>
    </message>
</context>
<context>
    <name>nudge::Fold</name>
    <message>
        <source>Settings that are rarely changed</source>
        <translation>Réglages rarement changés</translation>
    </message>
</context>
<context>
    <name>nudge::GradientPlot</name>
    <message>
        <source>gradient: EP against BPTT</source>
        <translation>gradient : EP contre BPTT</translation>
    </message>
    <message>
        <source>nudge step k</source>
        <translation>pas de poussée k</translation>
    </message>
    <message>
        <source>agreement</source>
        <translation>accord</translation>
    </message>
    <message>
        <source>no comparison yet</source>
        <translation>pas encore de comparaison</translation>
    </message>
    <message>
        <source>&lt;b&gt;EP against backpropagation through time&lt;/b&gt;&lt;br&gt;What k steps of the nudge phase say of a layer&apos;s weights, against the exact gradient of the loss through the last k steps of the free phase. Lines: the cosine between the two, 1 when they point the same way. Dashed: the relative error |EP − BPTT| / |BPTT|.&lt;br&gt;They coincide when the free phase has come to rest (raise T) and β is small. Against binary weights it is the direction that counts.</source>
        <translation>&lt;b&gt;EP contre la rétropropagation dans le temps&lt;/b&gt;&lt;br&gt;Ce que k pas de la phase de poussée disent des poids d’une couche, contre le gradient exact de l’erreur à travers les k derniers pas de la phase libre. Lignes : le cosinus entre les deux, 1 quand ils vont dans le même sens. Pointillés : l’erreur relative |EP − BPTT| / |BPTT|.&lt;br&gt;Ils coïncident quand la phase libre est au repos (augmentez T) et que β est petit. Pour des poids binaires c’est la direction qui compte.</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>couche %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>%1, relative error</source>
        <translation>%1, erreur relative</translation>
    </message>
</context>
<context>
    <name>nudge::HopfieldPage</name>
    <message>
        <source>Hopfield memory</source>
        <translation>Mémoire de Hopfield</translation>
    </message>
    <message>
        <source>Where EP&apos;s energy comes from: neurons that follow their fields fall into a minimum. Hebb&apos;s rule makes a minimum of every stored pattern; EP makes one of every right answer.</source>
        <translation>D&apos;où vient l&apos;énergie d&apos;EP : des neurones qui suivent leurs champs tombent dans un minimum. La règle de Hebb fait un minimum de chaque motif mémorisé ; EP, de chaque bonne réponse.</translation>
    </message>
    <message>
        <source>pattern %1</source>
        <translation>motif %1</translation>
    </message>
    <message>
        <source>Click: the state becomes this pattern</source>
        <translation>Cliquez : l&apos;état devient ce motif</translation>
    </message>
    <message>
        <source>Draw a pattern and press Store, or press Letters.</source>
        <translation>Dessinez un motif et appuyez sur Mémoriser, ou appuyez sur Lettres.</translation>
    </message>
    <message>
        <source>%1 patterns are stored: %2 for 100 neurons.</source>
        <translation>%1 motifs sont mémorisés : %2 pour 100 neurones.</translation>
    </message>
    <message>
        <source>Four letters are stored. Corrupt the state, then recall it.</source>
        <translation>Quatre lettres sont mémorisées. Abîmez l&apos;état, puis rappelez-le.</translation>
    </message>
    <message>
        <source>A fifth of the neurons is turned. Recall lets them follow their fields.</source>
        <translation>Un cinquième des neurones est retourné. Rappeler les laisse suivre leurs champs.</translation>
    </message>
    <message>
        <source>Nothing is stored yet: press Store or Letters.</source>
        <translation>Rien n&apos;est encore mémorisé : appuyez sur Mémoriser ou Lettres.</translation>
    </message>
    <message>
        <source>Pattern %1 came back after %2 turns: overlap %3.</source>
        <translation>Le motif %1 est revenu après %2 retournements : recouvrement %3.</translation>
    </message>
    <message>
        <source>It rests in a minimum that is no stored pattern: nearest is %1, overlap %2.</source>
        <translation>Il repose dans un minimum qui n&apos;est aucun motif mémorisé : le plus proche est %1, recouvrement %2.</translation>
    </message>
    <message>
        <source>energy</source>
        <translation>énergie</translation>
    </message>
    <message>
        <source>Storing and recalling random patterns …</source>
        <translation>Mémorisation et rappel de motifs aléatoires …</translation>
    </message>
    <message>
        <source>recalled</source>
        <translation>rappelés</translation>
    </message>
    <message>
        <source>Up to about 14 patterns for 100 neurons memory is good; beyond, it breaks down all at once.</source>
        <translation>Jusqu&apos;à environ 14 motifs pour 100 neurones la mémoire est bonne ; au-delà, elle s&apos;effondre d&apos;un coup.</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Mémoriser</translation>
    </message>
    <message>
        <source>Adds what is drawn to the weights: ΔW = V Vᵀ</source>
        <translation>Ajoute ce qui est dessiné aux poids : ΔW = V Vᵀ</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Lettres</translation>
    </message>
    <message>
        <source>Stores four letters</source>
        <translation>Mémorise quatre lettres</translation>
    </message>
    <message>
        <source>Corrupt</source>
        <translation>Abîmer</translation>
    </message>
    <message>
        <source>Turns a fifth of the neurons, by chance</source>
        <translation>Retourne un cinquième des neurones, au hasard</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Rappeler</translation>
    </message>
    <message>
        <source>Each neuron follows its field, one after the other, until all rest (Space)</source>
        <translation>Chaque neurone suit son champ, l&apos;un après l&apos;autre, jusqu&apos;au repos de tous (Espace)</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Oublier</translation>
    </message>
    <message>
        <source>Takes all patterns out of the weights (R)</source>
        <translation>Retire tous les motifs des poids (R)</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Capacité</translation>
    </message>
    <message>
        <source>Stores more and more random patterns in 300 neurons and counts how many come back</source>
        <translation>Mémorise de plus en plus de motifs aléatoires dans 300 neurones et compte ceux qui reviennent</translation>
    </message>
    <message>
        <source>state V</source>
        <translation>état V</translation>
    </message>
    <message>
        <source>Draw by click and drag, or with arrow keys and Space. Disc: +1, ring: −1</source>
        <translation>Dessinez par clic et glissement, ou avec les flèches et Espace. Disque : +1, anneau : −1</translation>
    </message>
    <message>
        <source>energy while it settles</source>
        <translation>énergie pendant la relaxation</translation>
    </message>
    <message>
        <source>neurons turned</source>
        <translation>neurones retournés</translation>
    </message>
    <message>
        <source>energy E</source>
        <translation>énergie E</translation>
    </message>
    <message>
        <source>recall: every turn lowers the energy</source>
        <translation>rappelez : chaque retournement abaisse l&apos;énergie</translation>
    </message>
    <message>
        <source>&lt;b&gt;Energy&lt;/b&gt;&lt;br&gt;E = −½ Σ W&lt;sub&gt;ij&lt;/sub&gt; V&lt;sub&gt;i&lt;/sub&gt; V&lt;sub&gt;j&lt;/sub&gt;. A neuron turns only where that lowers it.</source>
        <translation>&lt;b&gt;Énergie&lt;/b&gt;&lt;br&gt;E = −½ Σ W&lt;sub&gt;ij&lt;/sub&gt; V&lt;sub&gt;i&lt;/sub&gt; V&lt;sub&gt;j&lt;/sub&gt;. Un neurone ne se retourne que si cela l&apos;abaisse.</translation>
    </message>
    <message>
        <source>memory against load</source>
        <translation>mémoire selon la charge</translation>
    </message>
    <message>
        <source>patterns for 100 neurons</source>
        <translation>motifs pour 100 neurones</translation>
    </message>
    <message>
        <source>recalled %</source>
        <translation>rappelés %</translation>
    </message>
    <message>
        <source>press Capacity</source>
        <translation>appuyez sur Capacité</translation>
    </message>
</context>
<context>
    <name>nudge::InputPicker</name>
    <message>
        <source>Draw</source>
        <translation>Dessiner</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Échantillonner</translation>
    </message>
    <message>
        <source>sample </source>
        <translation>image </translation>
    </message>
    <message>
        <source>Which image of the test set is the input x</source>
        <translation>Quelle image du jeu de test est l’entrée x</translation>
    </message>
    <message>
        <source>Only grey images can be drawn; this data set&apos;s are in colour</source>
        <translation>Seules les images grises se dessinent ; celles de ce jeu sont en couleurs</translation>
    </message>
    <message>
        <source>Draw a digit with the mouse; the right button or Shift erases</source>
        <translation>Dessinez un chiffre à la souris ; le bouton droit ou Maj efface</translation>
    </message>
    <message>
        <source>Begin the drawing anew</source>
        <translation>Recommencer le dessin</translation>
    </message>
    <message>
        <source>label %1</source>
        <translation>étiquette %1</translation>
    </message>
    <message>
        <source>draw here</source>
        <translation>dessinez ici</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Centrer</translation>
    </message>
    <message>
        <source>The network takes what you draw as MNIST&apos;s digits are: as large as they, with its centre of mass in the middle</source>
        <translation>Le réseau reçoit votre dessin comme le sont les chiffres de MNIST : aussi grand qu&apos;eux, son centre de masse au milieu</translation>
    </message>
    <message>
        <source>the data set is still being read; try again.</source>
        <translation>le jeu de données est encore en cours de lecture ; réessayez.</translation>
    </message>
    <message>
        <source>your picture</source>
        <translation>votre image</translation>
    </message>
</context>
<context>
    <name>nudge::InputView</name>
    <message>
        <source>input x</source>
        <translation>entrée x</translation>
    </message>
    <message>
        <source>Input image</source>
        <translation>Image d’entrée</translation>
    </message>
    <message>
        <source>x %1, y %2: %3</source>
        <translation>x %1, y %2 : %3</translation>
    </message>
    <message>
        <source>draw here</source>
        <translation>dessinez ici</translation>
    </message>
    <message>
        <source>no input yet</source>
        <translation>pas encore d’entrée</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 pixels</translation>
    </message>
    <message>
        <source>&lt;b&gt;Input x&lt;/b&gt;&lt;br&gt;The image that drives layer 1 in both phases; it is never updated. </source>
        <translation>&lt;b&gt;Entrée x&lt;/b&gt;&lt;br&gt;L’image qui pilote la couche 1 dans les deux phases ; elle n’est jamais mise à jour. </translation>
    </message>
    <message>
        <source>In its colours, red, green and blue from 0 to 1.</source>
        <translation>Dans ses couleurs, rouge, vert et bleu de 0 à 1.</translation>
    </message>
    <message>
        <source>Dark = 0, yellow = 1.</source>
        <translation>Sombre = 0, jaune = 1.</translation>
    </message>
    <message>
        <source>&lt;br&gt;Beneath stands what the network takes: (pixel − mean)/deviation of each colour.</source>
        <translation>&lt;br&gt;En dessous, ce que prend le réseau : (pixel − moyenne)/écart type de chaque couleur.</translation>
    </message>
    <message>
        <source>&lt;br&gt;Draw with mouse, pen or finger; the right button, Shift or the pen&apos;s other end erases. Arrow keys move the pen, Space draws, Backspace erases.</source>
        <translation>&lt;br&gt;Dessinez avec la souris, le stylet ou le doigt ; le bouton droit, Maj ou l&apos;autre bout du stylet efface. Les flèches déplacent la plume, Espace dessine, Retour arrière efface.</translation>
    </message>
    <message>
        <source>&lt;br&gt;In the corner: what the network takes, centred as MNIST&apos;s digits are.</source>
        <translation>&lt;br&gt;Dans le coin : ce que reçoit le réseau, centré comme le sont les chiffres de MNIST.</translation>
    </message>
</context>
<context>
    <name>nudge::LandscapePlot</name>
    <message>
        <source>no annealing schedule A(s), B(s) yet</source>
        <translation>pas encore de programme de recuit A(s), B(s)</translation>
    </message>
    <message>
        <source>state of the spins σ₁σ₂</source>
        <translation>état des spins σ₁σ₂</translation>
    </message>
    <message>
        <source>energy in GHz ½·B·E</source>
        <translation>énergie en GHz ½·B·E</translation>
    </message>
    <message>
        <source>&lt;b&gt;A landscape that forms&lt;/b&gt;&lt;br&gt;H(s) = −A(s)/2 Σ σ&lt;sup&gt;x&lt;/sup&gt; + B(s)/2 (J σ&lt;sub&gt;1&lt;/sub&gt;σ&lt;sub&gt;2&lt;/sub&gt; + h&lt;sub&gt;1&lt;/sub&gt;σ&lt;sub&gt;1&lt;/sub&gt; + h&lt;sub&gt;2&lt;/sub&gt;σ&lt;sub&gt;2&lt;/sub&gt;)&lt;br&gt;Levels: the problem&apos;s energy B/2·E(σ) of each state. Beads: how likely the ground state of H(s) is found there, by area. Early, A keeps all states alike; late, B leaves the lowest.</source>
        <translation>&lt;b&gt;Un paysage qui se forme&lt;/b&gt;&lt;br&gt;H(s) = −A(s)/2 Σ σ&lt;sup&gt;x&lt;/sup&gt; + B(s)/2 (J σ&lt;sub&gt;1&lt;/sub&gt;σ&lt;sub&gt;2&lt;/sub&gt; + h&lt;sub&gt;1&lt;/sub&gt;σ&lt;sub&gt;1&lt;/sub&gt; + h&lt;sub&gt;2&lt;/sub&gt;σ&lt;sub&gt;2&lt;/sub&gt;)&lt;br&gt;Niveaux : l’énergie B/2·E(σ) du problème dans chaque état. Perles : la probabilité d’y trouver l’état fondamental de H(s), par l’aire. Au début A garde tous les états égaux ; à la fin B laisse le plus bas.</translation>
    </message>
    <message>
        <source>classical energies</source>
        <translation>énergies classiques</translation>
    </message>
    <message>
        <source>ground state of H(s)</source>
        <translation>état fondamental de H(s)</translation>
    </message>
    <message>
        <source>two spins at s = %1</source>
        <translation>deux spins à s = %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>&lt;b&gt;σ&lt;sub&gt;1&lt;/sub&gt;σ&lt;sub&gt;2&lt;/sub&gt; = %1&lt;/b&gt;&lt;br&gt;B/2·E = %2/2 · %3 = %4 GHz&lt;br&gt;probability in the ground state: %5 %</source>
        <translation>&lt;b&gt;σ&lt;sub&gt;1&lt;/sub&gt;σ&lt;sub&gt;2&lt;/sub&gt; = %1&lt;/b&gt;&lt;br&gt;B/2·E = %2/2 · %3 = %4 GHz&lt;br&gt;probabilité dans l’état fondamental : %5 %</translation>
    </message>
    <message>
        <source>A %1, B %2 GHz</source>
        <translation>A %1, B %2 GHz</translation>
    </message>
</context>
<context>
    <name>nudge::LayerQubitsPlot</name>
    <message>
        <source>neurons and qubits</source>
        <translation>neurones et qubits</translation>
    </message>
    <message>
        <source>Neurons and qubits of each layer</source>
        <translation>Neurones et qubits de chaque couche</translation>
    </message>
    <message>
        <source>layer n</source>
        <translation>couche n</translation>
    </message>
    <message>
        <source>count</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>Embed the network to see how many qubits each layer takes.</source>
        <translation>Plongez le réseau pour voir combien de qubits prend chaque couche.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Neurons and qubits&lt;/b&gt;&lt;br&gt;Pale: the neurons of each layer; full: the qubits of all their chains. Their ratio is the mean chain length of the layer.</source>
        <translation>&lt;b&gt;Neurones et qubits&lt;/b&gt;&lt;br&gt;Pâle : les neurones de chaque couche ; plein : les qubits de toutes leurs chaînes. Leur rapport est la longueur moyenne des chaînes de la couche.</translation>
    </message>
    <message>
        <source>&lt;b&gt;layer %1&lt;/b&gt;&lt;br&gt;%L2 neurons on %L3 qubits, %4 each</source>
        <translation>&lt;b&gt;couche %1&lt;/b&gt;&lt;br&gt;%L2 neurones sur %L3 qubits, %4 chacun</translation>
    </message>
</context>
<context>
    <name>nudge::LessonLibrary</name>
    <message>
        <source>%1 cannot be read, or is larger than 4 MB.</source>
        <translation>%1 ne peut pas être lu, ou dépasse 4 Mo.</translation>
    </message>
</context>
<context>
    <name>nudge::LessonPanel</name>
    <message>
        <source>Lesson</source>
        <translation>Leçon</translation>
    </message>
    <message>
        <source>Text of the lesson</source>
        <translation>Texte de la leçon</translation>
    </message>
    <message>
        <source>Leave the lesson</source>
        <translation>Quitter la leçon</translation>
    </message>
    <message>
        <source>The step before</source>
        <translation>L’étape précédente</translation>
    </message>
    <message>
        <source>Set this step up again</source>
        <translation>Remettre cette étape en place</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>étape %1 de %2</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>When the task is done</source>
        <translation>Quand la tâche est faite</translation>
    </message>
</context>
<context>
    <name>nudge::LessonRun</name>
    <message>
        <source>preset %1</source>
        <translation>préréglage %1</translation>
    </message>
</context>
<context>
    <name>nudge::LessonsWorkspace</name>
    <message>
        <source>Lessons</source>
        <translation>Leçons</translation>
    </message>
    <message>
        <source>Each lesson takes a few minutes: it sets something up, asks for one action at a time, and says what to notice. It opens beside the workspaces and can be left at any time.</source>
        <translation>Chaque leçon prend quelques minutes : elle met quelque chose en place, demande une action à la fois, et dit quoi remarquer. Elle s’ouvre à côté des espaces de travail et se quitte à tout moment.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>Begin: %1</source>
        <translation>Commencer : %1</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
</context>
<context>
    <name>nudge::LogicalView</name>
    <message>
        <source>The network that is placed</source>
        <translation>Le réseau placé</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n couche</numerusform>
            <numerusform>%n couches</numerusform>
        </translation>
    </message>
    <message>
        <source>layer %1, neuron %2</source>
        <translation>couche %1, neurone %2</translation>
    </message>
    <message numerus="yes">
        <source>: a chain of %n qubit(s)</source>
        <translation>
            <numerusform> : une chaîne de %n qubit</numerusform>
            <numerusform> : une chaîne de %n qubits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, coupled to %n neuron(s)</source>
        <translation>
            <numerusform>, couplé à %n neurone</numerusform>
            <numerusform>, couplé à %n neurones</numerusform>
        </translation>
    </message>
    <message>
        <source>&lt;b&gt;The network that is placed&lt;/b&gt;&lt;br&gt;A cell is a neuron in the colour of its chain on the chip. The input layer is not placed: what it asks of layer 1 is a field.&lt;br&gt;Click or arrow keys follow a neuron; PgUp and PgDn change the layer; Esc lets go.</source>
        <translation>&lt;b&gt;Le réseau placé&lt;/b&gt;&lt;br&gt;Une cellule est un neurone dans la couleur de sa chaîne sur la puce. La couche d’entrée n’est pas placée : ce qu’elle demande à la couche 1 est un champ.&lt;br&gt;Un clic ou les flèches suivent un neurone ; PgHaut et PgBas changent de couche ; Échap lâche.</translation>
    </message>
    <message>
        <source>network, its input aside</source>
        <translation>réseau, sans son entrée</translation>
    </message>
    <message>
        <source>layer %1 · %L2</source>
        <translation>couche %1 · %L2</translation>
    </message>
</context>
<context>
    <name>nudge::LossPlot</name>
    <message>
        <source>loss on train and test images</source>
        <translation>perte par image</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>époque</translation>
    </message>
    <message>
        <source>loss ℓ</source>
        <translation>perte ℓ</translation>
    </message>
    <message>
        <source>&lt;b&gt;Loss&lt;/b&gt;&lt;br&gt;ℓ = ½|ŷ − s&lt;sup&gt;L&lt;/sup&gt;|², the mean over images at the end of the free phase: what learning reduces.</source>
        <translation>&lt;b&gt;Perte&lt;/b&gt;&lt;br&gt;ℓ = ½|ŷ − s&lt;sup&gt;L&lt;/sup&gt;|², la moyenne sur les images à la fin de la phase libre : ce que l’apprentissage réduit.</translation>
    </message>
    <message>
        <source>train</source>
        <translation>apprentissage</translation>
    </message>
    <message>
        <source>test</source>
        <translation>test</translation>
    </message>
</context>
<context>
    <name>nudge::MainWindow</name>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>The layers to scale; add, remove, resize them (1)</source>
        <translation>Les couches à l’échelle ; en ajouter, en ôter, les redimensionner (1)</translation>
    </message>
    <message>
        <source>Dynamics</source>
        <translation>Dynamique</translation>
    </message>
    <message>
        <source>One input through the free and the nudge phase (2)</source>
        <translation>Une entrée à travers la phase libre et la phase de poussée (2)</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Apprentissage</translation>
    </message>
    <message>
        <source>Errors, loss and flips while the network learns (3)</source>
        <translation>Erreurs, perte et basculements pendant que le réseau apprend (3)</translation>
    </message>
    <message>
        <source>Annealing</source>
        <translation>Recuit</translation>
    </message>
    <message>
        <source>Schedules in the hand, and what many reads of one input come to (4)</source>
        <translation>Les programmes en main, et ce que donnent de nombreuses lectures d’une entrée (4)</translation>
    </message>
    <message>
        <source>Chip</source>
        <translation>Puce</translation>
    </message>
    <message>
        <source>The network on the qubits of an annealing chip (5)</source>
        <translation>Le réseau sur les qubits d’une puce de recuit (5)</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Motifs</translation>
    </message>
    <message>
        <source>What the network looks for: the inputs that excite its neurons most (6)</source>
        <translation>Ce que cherche le réseau : les entrées qui excitent le plus ses neurones (6)</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Leçons</translation>
    </message>
    <message>
        <source>A few minutes each: something to see, one action at a time (7)</source>
        <translation>Quelques minutes chacune : quelque chose à voir, une action à la fois (7)</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Clair ou sombre</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Toutes les touches</translation>
    </message>
    <message>
        <source>play and pause</source>
        <translation>jouer et mettre en pause</translation>
    </message>
    <message>
        <source>one step</source>
        <translation>un pas</translation>
    </message>
    <message>
        <source>one step back</source>
        <translation>un pas en arrière</translation>
    </message>
    <message>
        <source>restart</source>
        <translation>recommencer</translation>
    </message>
    <message>
        <source>train and pause, from any workspace</source>
        <translation>entraîner et mettre en pause, de n’importe quel espace</translation>
    </message>
    <message>
        <source>presentation: larger type and lines</source>
        <translation>présentation : caractères et traits plus grands</translation>
    </message>
    <message>
        <source>the window speaks %1 from its next start</source>
        <translation>la fenêtre parlera %1 à son prochain démarrage</translation>
    </message>
    <message>
        <source>%1[*] — Nudge</source>
        <translation>%1[*] — Nudge</translation>
    </message>
    <message>
        <source>find a setting; on the chip, a neuron or qubit</source>
        <translation>chercher un réglage ; sur la puce, un neurone ou un qubit</translation>
    </message>
    <message>
        <source>find a setting</source>
        <translation>chercher un réglage</translation>
    </message>
    <message>
        <source>The classics</source>
        <translation>Les classiques</translation>
    </message>
    <message>
        <source>settings away, and back</source>
        <translation>cacher les réglages, et les remettre</translation>
    </message>
    <message>
        <source>F9 brings the settings back</source>
        <translation>F9 remet les réglages</translation>
    </message>
</context>
<context>
    <name>nudge::MemristorPage</name>
    <message>
        <source>Memristors with noise</source>
        <translation>Memristors bruités</translation>
    </message>
    <message>
        <source>An Ising machine of threshold units on a crossbar: the devices&apos; own noise takes the place of temperature and shakes the spins out of bad minima. For EP such a machine is one more thing that settles.</source>
        <translation>Une machine d&apos;Ising faite d&apos;unités à seuil sur une matrice : le bruit propre des composants tient lieu de température et sort les spins des mauvais minima. Pour EP, une telle machine est une chose de plus qui se relaxe.</translation>
    </message>
    <message>
        <source>spins </source>
        <translation>spins </translation>
    </message>
    <message>
        <source>Coupled by chance with ±1</source>
        <translation>Couplés au hasard par ±1</translation>
    </message>
    <message>
        <source>Noise η</source>
        <translation>Bruit η</translation>
    </message>
    <message>
        <source>noise η </source>
        <translation>bruit η </translation>
    </message>
    <message>
        <source>Standard deviation of the current&apos;s noise at the start; it falls to 0</source>
        <translation>Écart type du bruit du courant au début ; il tombe à 0</translation>
    </message>
    <message>
        <source>sweeps </source>
        <translation>balayages </translation>
    </message>
    <message>
        <source>How often every unit is asked</source>
        <translation>Combien de fois chaque unité est interrogée</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lancer</translation>
    </message>
    <message>
        <source>With this noise, and without any (Space)</source>
        <translation>Avec ce bruit, et sans aucun (Espace)</translation>
    </message>
    <message>
        <source>New problem</source>
        <translation>Autre problème</translation>
    </message>
    <message>
        <source>Other couplings (R)</source>
        <translation>D&apos;autres couplages (R)</translation>
    </message>
    <message>
        <source>energy, one run</source>
        <translation>énergie, un essai</translation>
    </message>
    <message>
        <source>sweep</source>
        <translation>balayage</translation>
    </message>
    <message>
        <source>energy E</source>
        <translation>énergie E</translation>
    </message>
    <message>
        <source>best energies of 20 runs</source>
        <translation>meilleures énergies de 20 essais</translation>
    </message>
    <message>
        <source>run</source>
        <translation>exécution</translation>
    </message>
    <message>
        <source>press Run</source>
        <translation>appuyez sur Lancer</translation>
    </message>
    <message>
        <source>Each unit turns on where its current and noise are above its threshold. Press Run.</source>
        <translation>Chaque unité s&apos;allume quand son courant et le bruit dépassent son seuil. Appuyez sur Lancer.</translation>
    </message>
    <message>
        <source>without noise</source>
        <translation>sans bruit</translation>
    </message>
    <message>
        <source>with noise</source>
        <translation>avec bruit</translation>
    </message>
    <message>
        <source>Best energy of a run, mean of 20: %1 without noise, %2 with it.</source>
        <translation>Meilleure énergie d&apos;un essai, moyenne de 20 : %1 sans bruit, %2 avec.</translation>
    </message>
</context>
<context>
    <name>nudge::NetworkView</name>
    <message>
        <source>1 bit a weight</source>
        <translation>1 bit par poids</translation>
    </message>
    <message>
        <source>32 bits a weight</source>
        <translation>32 bits par poids</translation>
    </message>
    <message>
        <source>%L1 neurons · %L2 synapses · %L3 bits (%4)</source>
        <translation>%L1 neurones · %L2 synapses · %L3 bits (%4)</translation>
    </message>
    <message>
        <source>ρ(s) = 1 if s ≥ ½, else 0</source>
        <translation>ρ(s) = 1 si s ≥ ½, sinon 0</translation>
    </message>
    <message>
        <source>ρ(s) = ±1</source>
        <translation>ρ(s) = ±1</translation>
    </message>
    <message>
        <source>ρ(s) = clamp(s, 0, 1)</source>
        <translation>ρ(s) = clamp(s, 0, 1)</translation>
    </message>
    <message>
        <source>Layers of the network</source>
        <translation>Couches du réseau</translation>
    </message>
    <message>
        <source>input</source>
        <translation>entrée</translation>
    </message>
    <message>
        <source>outputs</source>
        <translation>sorties</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>couche %1</translation>
    </message>
    <message>
        <source>no pooling</source>
        <translation>sans pooling</translation>
    </message>
    <message>
        <source>the largest of %1 × %1 kept</source>
        <translation>le plus grand de %1 × %1 gardé</translation>
    </message>
    <message>
        <source>the mean of %1 × %1 kept</source>
        <translation>la moyenne de %1 × %1 gardée</translation>
    </message>
    <message>
        <source>&lt;b&gt;filters W&lt;sup&gt;%1&lt;/sup&gt;&lt;/b&gt;&lt;br&gt;%L2 filters of %3 × %3 over %4 maps, padding %5, %6&lt;br&gt;%L7 weights shared by %L8 synapses&lt;br&gt;They carry signals both ways.</source>
        <translation>&lt;b&gt;filtres W&lt;sup&gt;%1&lt;/sup&gt;&lt;/b&gt;&lt;br&gt;%L2 filtres de %3 × %3 sur %4 cartes, marge %5, %6&lt;br&gt;%L7 poids partagés par %L8 synapses&lt;br&gt;Ils portent les signaux dans les deux sens.</translation>
    </message>
    <message>
        <source>Add a layer here (+)</source>
        <translation>Ajouter une couche ici (+)</translation>
    </message>
    <message>
        <source>&lt;b&gt;input x&lt;/b&gt;&lt;br&gt;%1 values, never updated</source>
        <translation>&lt;b&gt;entrée x&lt;/b&gt;&lt;br&gt;%1 valeurs, jamais mises à jour</translation>
    </message>
    <message>
        <source> in %1 maps of %2 × %3</source>
        <translation> en %1 cartes de %2 × %3</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt;&lt;br&gt;%2 neurons%5, state s&lt;sup&gt;%3&lt;/sup&gt;, activation %4</source>
        <translation>&lt;b&gt;%1&lt;/b&gt;&lt;br&gt;%2 neurones%5, état s&lt;sup&gt;%3&lt;/sup&gt;, activation %4</translation>
    </message>
    <message>
        <source>&lt;br&gt;%1 classes, %2 outputs each</source>
        <translation>&lt;br&gt;%1 classes, %2 sorties chacune</translation>
    </message>
    <message>
        <source>&lt;br&gt;Drag the lower or right edge, or ↑ ↓; Delete removes.</source>
        <translation>&lt;br&gt;Tirez le bord inférieur ou droit, ou ↑ ↓ ; Suppr ôte.</translation>
    </message>
    <message>
        <source>&lt;b&gt;wires W&lt;sup&gt;%1&lt;/sup&gt;&lt;/b&gt;&lt;br&gt;%2 × %3 = %4 synapses, %5 bits&lt;br&gt;%6&lt;br&gt;They carry signals both ways.</source>
        <translation>&lt;b&gt;fils W&lt;sup&gt;%1&lt;/sup&gt;&lt;/b&gt;&lt;br&gt;%2 × %3 = %4 synapses, %5 bits&lt;br&gt;%6&lt;br&gt;Ils portent les signaux dans les deux sens.</translation>
    </message>
    <message>
        <source>W = α·w, w = ±1</source>
        <translation>W = α·w, w = ±1</translation>
    </message>
    <message>
        <source>W real</source>
        <translation>W réel</translation>
    </message>
    <message>
        <source>%1 neurons, %2 synapses, %3 bits of weights&lt;br&gt;Synapses: all weights W. Bits: what they take, 1 for a binary weight ±α, 32 for a real one.</source>
        <translation>%1 neurones, %2 synapses, %3 bits de poids&lt;br&gt;Synapses : tous les poids W. Bits : ce qu’ils occupent, 1 pour un poids binaire ±α, 32 pour un réel.</translation>
    </message>
</context>
<context>
    <name>nudge::NetworkWorkspace</name>
    <message>
        <source>Add layer</source>
        <translation>Ajouter une couche</translation>
    </message>
    <message>
        <source>Add a hidden layer below the outputs; the + between two layers adds one there</source>
        <translation>Ajouter une couche cachée sous les sorties ; le + entre deux couches en ajoute une là</translation>
    </message>
    <message>
        <source>Remove layer</source>
        <translation>Ôter la couche</translation>
    </message>
    <message>
        <source>Remove the selected hidden layer (Delete)</source>
        <translation>Ôter la couche cachée choisie (Suppr)</translation>
    </message>
    <message>
        <source>Add convolution</source>
        <translation>Ajouter une convolution</translation>
    </message>
    <message>
        <source>Add a convolution with pooling behind the last one, before the fully connected layers</source>
        <translation>Ajouter une convolution avec pooling derrière la dernière, avant les couches denses</translation>
    </message>
</context>
<context>
    <name>nudge::OutputsView</name>
    <message>
        <source>Outputs beside their target</source>
        <translation>Sorties à côté de leur cible</translation>
    </message>
    <message>
        <source>no outputs yet</source>
        <translation>pas encore de sorties</translation>
    </message>
    <message>
        <source>predicts %1</source>
        <translation>prédit %1</translation>
    </message>
    <message>
        <source>predicts %1: right</source>
        <translation>prédit %1 : juste</translation>
    </message>
    <message>
        <source>predicts %1: wrong, it is %2</source>
        <translation>prédit %1 : faux, c’est %2</translation>
    </message>
    <message>
        <source>right: %1</source>
        <translation>juste : %1</translation>
    </message>
    <message>
        <source>wrong: %1, not %2</source>
        <translation>faux : %1, pas %2</translation>
    </message>
    <message>
        <source>outputs</source>
        <translation>sorties</translation>
    </message>
    <message>
        <source>▎target ŷ</source>
        <translation>▎cible ŷ</translation>
    </message>
    <message>
        <source>&lt;b&gt;Outputs s&lt;sup&gt;L&lt;/sup&gt;&lt;/b&gt;&lt;br&gt;Each bar is the mean of a class&apos;s outputs; the largest is the prediction. The mark at the right end is the target ŷ = 1.&lt;br&gt;The nudge pulls with the force β(ŷ − s&lt;sup&gt;L&lt;/sup&gt;).</source>
        <translation>&lt;b&gt;Sorties s&lt;sup&gt;L&lt;/sup&gt;&lt;/b&gt;&lt;br&gt;Chaque barre est la moyenne des sorties d’une classe ; la plus grande est la prédiction. La marque à droite est la cible ŷ = 1.&lt;br&gt;La poussée tire avec la force β(ŷ − s&lt;sup&gt;L&lt;/sup&gt;).</translation>
    </message>
    <message>
        <source>&lt;b&gt;class %1&lt;/b&gt;&lt;br&gt;mean of s&lt;sup&gt;L&lt;/sup&gt; = %2</source>
        <translation>&lt;b&gt;classe %1&lt;/b&gt;&lt;br&gt;moyenne de s&lt;sup&gt;L&lt;/sup&gt; = %2</translation>
    </message>
    <message>
        <source>&lt;br&gt;target ŷ = %1</source>
        <translation>&lt;br&gt;cible ŷ = %1</translation>
    </message>
    <message>
        <source>&lt;br&gt;%1 outputs of this class (ticks)</source>
        <translation>&lt;br&gt;%1 sorties de cette classe (traits)</translation>
    </message>
</context>
<context>
    <name>nudge::PhasePlot</name>
    <message>
        <source>time step t</source>
        <translation>pas de temps t</translation>
    </message>
    <message>
        <source>free phase</source>
        <translation>phase libre</translation>
    </message>
    <message>
        <source>free</source>
        <translation>libre</translation>
    </message>
    <message>
        <source>nudge phase, β = %1</source>
        <translation>phase de poussée, β = %1</translation>
    </message>
    <message>
        <source>nudge phase</source>
        <translation>phase de poussée</translation>
    </message>
    <message>
        <source>nudge</source>
        <translation>poussée</translation>
    </message>
</context>
<context>
    <name>nudge::Plot</name>
    <message>
        <source>Plot</source>
        <translation>Graphe</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt;&lt;br&gt;%2 = %3&lt;br&gt;%4 = %5</source>
        <translation>&lt;b&gt;%1&lt;/b&gt;&lt;br&gt;%2 = %3&lt;br&gt;%4 = %5</translation>
    </message>
</context>
<context>
    <name>nudge::ProblemPage</name>
    <message>
        <source> reads</source>
        <translation> lectures</translation>
    </message>
    <message>
        <source> sweeps</source>
        <translation> balayages</translation>
    </message>
    <message>
        <source>reads</source>
        <translation>lectures</translation>
    </message>
    <message>
        <source>How often the problem is annealed</source>
        <translation>Combien de fois le problème est recuit</translation>
    </message>
    <message>
        <source>Sweeps of each anneal, from hot to cold</source>
        <translation>Balayages de chaque recuit, du chaud au froid</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Échantillonner</translation>
    </message>
    <message>
        <source>Anneal the problem again, with other random numbers (R)</source>
        <translation>Recuire le problème encore, avec d’autres nombres aléatoires (R)</translation>
    </message>
    <message>
        <source>Back to the network</source>
        <translation>Retour au réseau</translation>
    </message>
    <message>
        <source>Puts the problem away</source>
        <translation>Range le problème</translation>
    </message>
    <message>
        <source>annealing …</source>
        <translation>recuit …</translation>
    </message>
    <message>
        <source>%L1 spins, %L2 couplings; lowest energy %3, by %L4 of %L5 reads in %6 s; inverse temperature β from %7 to %8</source>
        <translation>%L1 spins, %L2 couplages ; énergie la plus basse %3, par %L4 de %L5 lectures en %6 s ; température inverse β de %7 à %8</translation>
    </message>
</context>
<context>
    <name>nudge::ReadHistogram</name>
    <message>
        <source>before training</source>
        <translation>avant</translation>
    </message>
    <message>
        <source>after training</source>
        <translation>après</translation>
    </message>
    <message>
        <source>energies of the reads</source>
        <translation>énergies des lectures</translation>
    </message>
    <message>
        <source>energy E − min E</source>
        <translation>énergie E − min E</translation>
    </message>
    <message>
        <source>share of reads %</source>
        <translation>part des lectures %</translation>
    </message>
    <message>
        <source>Press Sample to anneal this input many times.</source>
        <translation>Appuyez sur Échantillonner pour recuire cette entrée de nombreuses fois.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Energies of the reads&lt;/b&gt;&lt;br&gt;E(σ) = Σ&lt;sub&gt;i&amp;lt;j&lt;/sub&gt; J&lt;sub&gt;ij&lt;/sub&gt; σ&lt;sub&gt;i&lt;/sub&gt;σ&lt;sub&gt;j&lt;/sub&gt; + Σ&lt;sub&gt;i&lt;/sub&gt; h&lt;sub&gt;i&lt;/sub&gt;σ&lt;sub&gt;i&lt;/sub&gt; of the state that each anneal of the same input ended in, above the lowest of them; μ is the mean of E, σ its standard deviation.&lt;br&gt;Training makes the landscape steeper: the reads come together and agree on the class.</source>
        <translation>&lt;b&gt;Énergies des lectures&lt;/b&gt;&lt;br&gt;E(σ) = Σ&lt;sub&gt;i&amp;lt;j&lt;/sub&gt; J&lt;sub&gt;ij&lt;/sub&gt; σ&lt;sub&gt;i&lt;/sub&gt;σ&lt;sub&gt;j&lt;/sub&gt; + Σ&lt;sub&gt;i&lt;/sub&gt; h&lt;sub&gt;i&lt;/sub&gt;σ&lt;sub&gt;i&lt;/sub&gt; de l’état où finit chaque recuit de la même entrée, au-dessus du plus bas ; μ est la moyenne de E, σ son écart type.&lt;br&gt;L’apprentissage creuse le paysage : les lectures se rejoignent et s’accordent sur la classe.</translation>
    </message>
    <message>
        <source>μ %1 σ %2</source>
        <translation>μ %1 σ %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>same class: %1 → %2</source>
        <translation>accord %1 → %2</translation>
    </message>
    <message>
        <source>same class: %1</source>
        <translation>accord : %1</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>no reads yet</source>
        <translation>pas encore de lectures</translation>
    </message>
    <message>
        <source>%1 to %2 above the lowest read</source>
        <translation>%1 à %2 au-dessus de la plus basse lecture</translation>
    </message>
    <message>
        <source>&lt;br&gt;%1: %L2 of %L3 reads</source>
        <translation>&lt;br&gt;%1 : %L2 de %L3 lectures</translation>
    </message>
</context>
<context>
    <name>nudge::ResistorPage</name>
    <message>
        <source>Resistors that learn</source>
        <translation>Résistances qui apprennent</translation>
    </message>
    <message>
        <source>EP without a computer: voltages settle where the power is least; with the output held closer to the target they settle elsewhere, and each resistor changes by the difference of its own two voltage drops.</source>
        <translation>EP sans ordinateur : les tensions se relaxent là où la puissance est minimale ; la sortie tenue plus près de la cible, elles se relaxent ailleurs, et chaque résistance change selon la différence de ses deux chutes de tension.</translation>
    </message>
    <message>
        <source>Second phase</source>
        <translation>Seconde phase</translation>
    </message>
    <message>
        <source>coupled learning (clamp)</source>
        <translation>apprentissage couplé (tenue)</translation>
    </message>
    <message>
        <source>equilibrium propagation (nudge)</source>
        <translation>propagation d&apos;équilibre (poussée)</translation>
    </message>
    <message>
        <source>The output is held a tenth of the way to the target, or pulled by a current</source>
        <translation>La sortie est tenue à un dixième du chemin vers la cible, ou tirée par un courant</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Apprendre</translation>
    </message>
    <message>
        <source>An epoch of 90 flowers after the other (Space)</source>
        <translation>Une époque de 90 fleurs après l&apos;autre (Espace)</translation>
    </message>
    <message>
        <source>One flower</source>
        <translation>Une fleur</translation>
    </message>
    <message>
        <source>Both states and one change of all resistors (.)</source>
        <translation>Les deux états et un changement de toutes les résistances (.)</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>With fresh resistors (R)</source>
        <translation>Avec des résistances neuves (R)</translation>
    </message>
    <message>
        <source>sepal length</source>
        <translation>longueur du sépale</translation>
    </message>
    <message>
        <source>sepal width</source>
        <translation>largeur du sépale</translation>
    </message>
    <message>
        <source>petal length</source>
        <translation>longueur du pétale</translation>
    </message>
    <message>
        <source>petal width</source>
        <translation>largeur du pétale</translation>
    </message>
    <message>
        <source>1 − %1</source>
        <translation>1 − %1</translation>
    </message>
    <message>
        <source>0 V</source>
        <translation>0 V</translation>
    </message>
    <message>
        <source>1 V</source>
        <translation>1 V</translation>
    </message>
    <message>
        <source>kind 1</source>
        <translation>espèce 1</translation>
    </message>
    <message>
        <source>kind 2</source>
        <translation>espèce 2</translation>
    </message>
    <message>
        <source>kind 3</source>
        <translation>espèce 3</translation>
    </message>
    <message>
        <source>Nodes by voltage, wires by conductance. Blue: the output left free; orange: held closer to the target, the black line</source>
        <translation>Nœuds selon la tension, fils selon la conductance. Bleu : la sortie libre ; orange : tenue plus près de la cible, le trait noir</translation>
    </message>
    <message>
        <source>error on 150 other flowers</source>
        <translation>erreur sur 150 autres fleurs</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>époque</translation>
    </message>
    <message>
        <source>error %</source>
        <translation>erreur %</translation>
    </message>
    <message>
        <source>press Learn</source>
        <translation>appuyez sur Apprendre</translation>
    </message>
    <message>
        <source>Three kinds of flowers, four measures each, as voltages. Press Learn.</source>
        <translation>Trois espèces de fleurs, quatre mesures chacune, en tensions. Appuyez sur Apprendre.</translation>
    </message>
    <message>
        <source>test</source>
        <translation>test</translation>
    </message>
    <message>
        <source>epoch %1: %2 % of 150 other flowers are taken for another kind</source>
        <translation>époque %1 : %2 % de 150 autres fleurs sont prises pour une autre espèce</translation>
    </message>
</context>
<context>
    <name>nudge::ResistorView</name>
    <message>
        <source>Network of resistors</source>
        <translation>Réseau de résistances</translation>
    </message>
</context>
<context>
    <name>nudge::RunShelf</name>
    <message>
        <source>%1: %2, here %3</source>
        <translation>%1 : %2, ici %3</translation>
    </message>
</context>
<context>
    <name>nudge::RunsTable</name>
    <message>
        <source>run</source>
        <translation>exécution</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>époques</translation>
    </message>
    <message>
        <source>train %</source>
        <translation>% entr.</translation>
    </message>
    <message>
        <source>test %</source>
        <translation>% test</translation>
    </message>
    <message>
        <source>other settings than here</source>
        <translation>réglages autres qu&apos;ici</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>Runs to compare</source>
        <translation>Exécutions à comparer</translation>
    </message>
</context>
<context>
    <name>nudge::ScalingPlot</name>
    <message>
        <source>scaling factor α per layer</source>
        <translation>facteur d’échelle α par couche</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>époque</translation>
    </message>
    <message>
        <source>scaling factor α</source>
        <translation>facteur d’échelle α</translation>
    </message>
    <message>
        <source>&lt;b&gt;Scaling factor α&lt;/b&gt;&lt;br&gt;A binary weight is W = α·w with w = ±1; every layer has one α, which can be learnt.</source>
        <translation>&lt;b&gt;Facteur d’échelle α&lt;/b&gt;&lt;br&gt;Un poids binaire est W = α·w avec w = ±1 ; chaque couche a un α, qui peut s’apprendre.</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>couche %1</translation>
    </message>
</context>
<context>
    <name>nudge::SchedulePlot</name>
    <message>
        <source>point %1 of %2&lt;br&gt;t / t&lt;sub&gt;a&lt;/sub&gt; = %3, s = %4</source>
        <translation>point %1 de %2&lt;br&gt;t / t&lt;sub&gt;a&lt;/sub&gt; = %3, s = %4</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt;&lt;br&gt;%2 at t / t&lt;sub&gt;a&lt;/sub&gt; = %3</source>
        <translation>&lt;b&gt;%1&lt;/b&gt;&lt;br&gt;%2 à t / t&lt;sub&gt;a&lt;/sub&gt; = %3</translation>
    </message>
    <message>
        <source>time t / tₐ</source>
        <translation>temps t / tₐ</translation>
    </message>
    <message>
        <source>progress s</source>
        <translation>progression s</translation>
    </message>
    <message>
        <source>s(t)</source>
        <translation>s(t)</translation>
    </message>
    <message>
        <source>&lt;b&gt;Annealing schedule s(t)&lt;/b&gt;&lt;br&gt;How far the anneal is at each time of t&lt;sub&gt;a&lt;/sub&gt;: s = 0 is hot (all quantum), s = 1 is cold (all problem).&lt;br&gt;H(s) = −A(s)/2 Σ σ&lt;sup&gt;x&lt;/sup&gt; + B(s)/2 (Σ J&lt;sub&gt;ij&lt;/sub&gt;σ&lt;sub&gt;i&lt;/sub&gt;σ&lt;sub&gt;j&lt;/sub&gt; + Σ h&lt;sub&gt;i&lt;/sub&gt;σ&lt;sub&gt;i&lt;/sub&gt;)&lt;br&gt;The free phase anneals forward from 0 to 1; the nudge phase goes back from the free state and forth again.&lt;br&gt;Drag a point. Double click: a new point, or away with it. Tab, [ and ] select, arrow keys move, Delete removes.</source>
        <translation>&lt;b&gt;Programme de recuit s(t)&lt;/b&gt;&lt;br&gt;Où en est le recuit à chaque instant de t&lt;sub&gt;a&lt;/sub&gt; : s = 0 est chaud (tout quantique), s = 1 est froid (tout problème).&lt;br&gt;H(s) = −A(s)/2 Σ σ&lt;sup&gt;x&lt;/sup&gt; + B(s)/2 (Σ J&lt;sub&gt;ij&lt;/sub&gt;σ&lt;sub&gt;i&lt;/sub&gt;σ&lt;sub&gt;j&lt;/sub&gt; + Σ h&lt;sub&gt;i&lt;/sub&gt;σ&lt;sub&gt;i&lt;/sub&gt;)&lt;br&gt;La phase libre recuit de 0 à 1 ; la phase de poussée remonte de l’état libre et redescend.&lt;br&gt;Tirez un point. Double clic : un nouveau point, ou l’ôter. Tab, [ et ] choisissent, les flèches déplacent, Suppr ôte.</translation>
    </message>
    <message>
        <source>%1, up to %2</source>
        <translation>%1, jusqu’à %2</translation>
    </message>
    <message>
        <source>reverse: nudge phase</source>
        <translation>inverse : phase de poussée</translation>
    </message>
    <message>
        <source>forward: free phase</source>
        <translation>direct : phase libre</translation>
    </message>
</context>
<context>
    <name>nudge::SeriesPlot</name>
    <message>
        <source>nothing is done yet</source>
        <translation>rien n’est encore fait</translation>
    </message>
    <message>
        <source>%1, mean + deviation</source>
        <translation>%1, moyenne + écart</translation>
    </message>
    <message>
        <source>%1, mean − deviation</source>
        <translation>%1, moyenne − écart</translation>
    </message>
</context>
<context>
    <name>nudge::Session</name>
    <message>
        <source>The run goes on with the settings it began with; restart it (R) to use the changed ones.</source>
        <translation>L’entraînement continue avec les réglages du début ; recommencez-le (R) pour prendre les nouveaux.</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>prêt</translation>
    </message>
    <message>
        <source>loading data</source>
        <translation>chargement des données</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>testing</source>
        <translation>test</translation>
    </message>
    <message>
        <source>training</source>
        <translation>entraînement</translation>
    </message>
    <message>
        <source>What the run has learnt since its last checkpoint is not saved: close again to give it up.</source>
        <translation>Ce que l’entraînement a appris depuis son dernier point de reprise n’est pas enregistré : fermez encore une fois pour y renoncer.</translation>
    </message>
</context>
<context>
    <name>nudge::SettingsForm</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>more</source>
        <translation>plus</translation>
    </message>
</context>
<context>
    <name>nudge::SettingsPanel</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
</context>
<context>
    <name>nudge::SettingsSearch</name>
    <message>
        <source>Find a setting</source>
        <translation>Chercher un réglage</translation>
    </message>
    <message>
        <source>Finds settings of every workspace by name, symbol or explanation (Ctrl+F); Escape leaves</source>
        <translation>Trouve les réglages de tous les espaces de travail par leur nom, leur symbole ou leur explication (Ctrl+F) ; Échap pour quitter</translation>
    </message>
    <message>
        <source>No setting matches; try a shorter word.</source>
        <translation>Aucun réglage ne correspond ; essayez un mot plus court.</translation>
    </message>
    <message>
        <source>Found, but without effect in this experiment: %1.</source>
        <translation>Trouvé, mais sans effet dans cette expérience : %1.</translation>
    </message>
</context>
<context>
    <name>nudge::SpinRaster</name>
    <message>
        <source>Spins over the schedule</source>
        <translation>Spins le long du programme</translation>
    </message>
    <message>
        <source>layer %1: %L2 flipped</source>
        <translation>couche %1 : %L2 retournés</translation>
    </message>
    <message>
        <source>spin %L1, sweep %2: %3</source>
        <translation>spin %L1, balayage %2 : %3</translation>
    </message>
    <message>
        <source>layer %1, neuron %L2, %3, sweep %4: %5</source>
        <translation>couche %1, neurone %L2, %3, balayage %4 : %5</translation>
    </message>
    <message>
        <source>free phase</source>
        <translation>phase libre</translation>
    </message>
    <message>
        <source>nudge phase</source>
        <translation>phase de poussée</translation>
    </message>
    <message>
        <source>spins</source>
        <translation>spins</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>couche %1</translation>
    </message>
    <message>
        <source>&lt;b&gt;Spins over the schedule&lt;/b&gt;&lt;br&gt;A row is a spin σ&lt;sub&gt;i&lt;/sub&gt; = ±1, a column a sweep: dark −1, bright +1. Each sweep accepts a flip with probability min(1, e&lt;sup&gt;−ΔE/T&lt;/sup&gt;).&lt;br&gt;The nudge phase starts from the end of the free phase. Marked spins ended otherwise: they are what the weights learn from, ΔW&lt;sub&gt;ij&lt;/sub&gt; ∝ −(σ&lt;sub&gt;i&lt;/sub&gt;σ&lt;sub&gt;j&lt;/sub&gt;|nudge − σ&lt;sub&gt;i&lt;/sub&gt;σ&lt;sub&gt;j&lt;/sub&gt;|free).&lt;br&gt;Click picks a neuron; drag, ← or → moves through time.</source>
        <translation>&lt;b&gt;Spins le long du programme&lt;/b&gt;&lt;br&gt;Une ligne est un spin σ&lt;sub&gt;i&lt;/sub&gt; = ±1, une colonne un balayage : sombre −1, clair +1. Chaque balayage accepte un retournement avec la probabilité min(1, e&lt;sup&gt;−ΔE/T&lt;/sup&gt;).&lt;br&gt;La phase de poussée part de la fin de la phase libre. Les spins marqués ont fini autrement : c’est d’eux qu’apprennent les poids, ΔW&lt;sub&gt;ij&lt;/sub&gt; ∝ −(σ&lt;sub&gt;i&lt;/sub&gt;σ&lt;sub&gt;j&lt;/sub&gt;|poussé − σ&lt;sub&gt;i&lt;/sub&gt;σ&lt;sub&gt;j&lt;/sub&gt;|libre).&lt;br&gt;Un clic choisit un neurone ; tirer, ← ou → déplace le temps.</translation>
    </message>
    <message>
        <source>%L1 flipped</source>
        <translation>%L1 retournés</translation>
    </message>
    <message>
        <source>spins over the schedule</source>
        <translation>spins le long du programme</translation>
    </message>
    <message>
        <source>flipped</source>
        <translation>retourné</translation>
    </message>
    <message>
        <source>sweep</source>
        <translation>balayage</translation>
    </message>
    <message>
        <source>forward anneal</source>
        <translation>recuit direct</translation>
    </message>
    <message>
        <source>anneal</source>
        <translation>recuit</translation>
    </message>
    <message>
        <source>free</source>
        <translation>libre</translation>
    </message>
    <message>
        <source>nudge</source>
        <translation>poussée</translation>
    </message>
    <message>
        <source>Press Sample to watch the spins of both anneals.</source>
        <translation>Appuyez sur Échantillonner pour voir les spins des deux recuits.</translation>
    </message>
</context>
<context>
    <name>nudge::StatusStrip</name>
    <message>
        <source>State of the run</source>
        <translation>État de l’entraînement</translation>
    </message>
    <message>
        <source>Train or pause (Space)</source>
        <translation>Entraîner ou mettre en pause (Espace)</translation>
    </message>
    <message>
        <source>One mini-batch (.)</source>
        <translation>Un mini-lot (.)</translation>
    </message>
    <message>
        <source>One mini-batch</source>
        <translation>Un mini-lot</translation>
    </message>
    <message>
        <source>What the run is doing</source>
        <translation>Ce que fait l’entraînement</translation>
    </message>
    <message>
        <source>Epochs begun, of all that were asked for</source>
        <translation>Époques commencées, de toutes celles demandées</translation>
    </message>
    <message>
        <source>Training images a second, both phases, of late</source>
        <translation>Images d’apprentissage par seconde, les deux phases, récemment</translation>
    </message>
    <message>
        <source>Estimate for the whole run</source>
        <translation>Estimation pour tout l’entraînement</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Avancement de l’entraînement</translation>
    </message>
    <message>
        <source>Progress of the whole run</source>
        <translation>Avancement de tout l’entraînement</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>prêt</translation>
    </message>
    <message>
        <source>training, paused</source>
        <translation>entraînement, en pause</translation>
    </message>
    <message>
        <source>epoch %1/%2</source>
        <translation>époque %1/%2</translation>
    </message>
    <message>
        <source>%1 samples/s</source>
        <translation>%1 images/s</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>encore %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 jours</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>epoch –</source>
        <translation>époque –</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Entraîner</translation>
    </message>
    <message>
        <source>no warnings</source>
        <translation>pas d’avertissement</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 avertissement</translation>
    </message>
    <message>
        <source>%1 warnings</source>
        <translation>%1 avertissements</translation>
    </message>
    <message>
        <source>Nothing to look at</source>
        <translation>Rien à signaler</translation>
    </message>
</context>
<context>
    <name>nudge::SweepPlot</name>
    <message>
        <source>no run is finished yet</source>
        <translation>aucun entraînement n’est terminé</translation>
    </message>
    <message>
        <source>&lt;b&gt;A sweep&lt;/b&gt;&lt;br&gt;The error after the last epoch of each case: its mean over the seeds, and one standard deviation to either side.</source>
        <translation>&lt;b&gt;Une série&lt;/b&gt;&lt;br&gt;L’erreur après la dernière époque de chaque cas : sa moyenne sur les graines, et un écart type de chaque côté.</translation>
    </message>
    <message>
        <source>error by case</source>
        <translation>erreur par cas</translation>
    </message>
    <message>
        <source>case</source>
        <translation>cas</translation>
    </message>
    <message>
        <source>error %</source>
        <translation>erreur %</translation>
    </message>
    <message>
        <source>error against %1</source>
        <translation>erreur selon %1</translation>
    </message>
    <message>
        <source>train</source>
        <translation>apprentissage</translation>
    </message>
    <message>
        <source>test</source>
        <translation>test</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>test error against %1</source>
        <translation>erreur de test selon %1</translation>
    </message>
    <message>
        <source>test error %</source>
        <translation>erreur de test %</translation>
    </message>
    <message>
        <source>error by %1</source>
        <translation>erreur selon %1</translation>
    </message>
    <message>
        <source>case, as in cases.csv</source>
        <translation>cas, comme dans cases.csv</translation>
    </message>
</context>
<context>
    <name>nudge::TimeBar</name>
    <message>
        <source>Time in the two phases</source>
        <translation>Temps dans les deux phases</translation>
    </message>
    <message>
        <source>Play or pause (Space)</source>
        <translation>Jouer ou mettre en pause (Espace)</translation>
    </message>
    <message>
        <source>Back to t = 0 (Home)</source>
        <translation>Retour à t = 0 (Début)</translation>
    </message>
    <message>
        <source>One step back (,)</source>
        <translation>Un pas en arrière (,)</translation>
    </message>
    <message>
        <source>One step on (.)</source>
        <translation>Un pas en avant (.)</translation>
    </message>
    <message>
        <source>To the end of the nudge phase (End)</source>
        <translation>À la fin de la phase de poussée (Fin)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Jouer</translation>
    </message>
    <message>
        <source>phase: %1, t = %2 of %3 + %4</source>
        <translation>phase : %1, t = %2 de %3 + %4</translation>
    </message>
    <message>
        <source>free</source>
        <translation>libre</translation>
    </message>
    <message>
        <source>nudge</source>
        <translation>poussée</translation>
    </message>
    <message>
        <source>t = %1 of %2</source>
        <translation>t = %1 de %2</translation>
    </message>
</context>
<context>
    <name>nudge::TimeTrack</name>
    <message>
        <source>Time</source>
        <translation>Temps</translation>
    </message>
    <message>
        <source>&lt;b&gt;Time&lt;/b&gt;&lt;br&gt;T steps of the free phase (blue), then K steps of the nudge phase (orange). Drag, or use ← → Home End.</source>
        <translation>&lt;b&gt;Temps&lt;/b&gt;&lt;br&gt;T pas de la phase libre (bleu), puis K pas de la phase de poussée (orange). Tirez, ou utilisez ← → Début Fin.</translation>
    </message>
</context>
<context>
    <name>nudge::TopBar</name>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source> Machine </source>
        <translation> Machine </translation>
    </message>
    <message>
        <source> Data </source>
        <translation> Données </translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Préréglage</translation>
    </message>
    <message>
        <source>Presets: experiments that come with Nudge. Choosing one can be undone.</source>
        <translation>Préréglages : des expériences livrées avec Nudge. En choisir une peut s’annuler.</translation>
    </message>
    <message>
        <source>own experiment</source>
        <translation>expérience propre</translation>
    </message>
    <message>
        <source>preset %1</source>
        <translation>préréglage %1</translation>
    </message>
</context>
<context>
    <name>nudge::TrainingWorkspace</name>
    <message>
        <source>%1 qubits, longest chain %2; an epoch costs %3 to %4 s</source>
        <translation>%1 qubits, plus longue chaîne %2 ; une époque coûte %3 à %4 s</translation>
    </message>
    <message>
        <source>Mini-batch</source>
        <translation>Mini-lot</translation>
    </message>
    <message>
        <source>Train on one mini-batch: settle, nudge, compare, update (.)</source>
        <translation>Apprendre un mini-lot : stabiliser, pousser, comparer, mettre à jour (.)</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Époque</translation>
    </message>
    <message>
        <source>Train to the end of the epoch and test</source>
        <translation>Entraîner jusqu’à la fin de l’époque et tester</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>Begin a new run with the settings as they are now (R); the files of the old run stay</source>
        <translation>Commencer un nouvel entraînement avec les réglages d’à présent (R) ; les fichiers de l’ancien restent</translation>
    </message>
    <message>
        <source>newest sample</source>
        <translation>dernier échantillon</translation>
    </message>
    <message>
        <source>compare runs</source>
        <translation>comparer des exécutions</translation>
    </message>
    <message>
        <source>The last sample that was learnt from, in both phases</source>
        <translation>Le dernier échantillon appris, dans les deux phases</translation>
    </message>
    <message>
        <source>Curves of other runs behind these, and what they did otherwise</source>
        <translation>Les courbes d&apos;autres exécutions derrière celles-ci, et ce qu&apos;elles ont fait autrement</translation>
    </message>
</context>
<context>
    <name>nudge::TrajectoryPlot</name>
    <message>
        <source>s(t) of the picked neurons</source>
        <translation>s(t) des neurones choisis</translation>
    </message>
    <message>
        <source>time step t</source>
        <translation>pas de temps t</translation>
    </message>
    <message>
        <source>state s</source>
        <translation>état s</translation>
    </message>
    <message>
        <source>click a neuron&apos;s cell to see its state here</source>
        <translation>cliquez la cellule d’un neurone pour voir son état ici</translation>
    </message>
    <message>
        <source>&lt;b&gt;State s(t)&lt;/b&gt;&lt;br&gt;How the picked neurons settle: T steps of the free phase, then K steps with the outputs pulled towards the target by β(ŷ − s&lt;sup&gt;L&lt;/sup&gt;).&lt;br&gt;Binary activations: ρ(s) = 1 where s ≥ ½. Drag to move through time.</source>
        <translation>&lt;b&gt;État s(t)&lt;/b&gt;&lt;br&gt;Comment les neurones choisis se stabilisent : T pas de la phase libre, puis K pas avec les sorties tirées vers la cible par β(ŷ − s&lt;sup&gt;L&lt;/sup&gt;).&lt;br&gt;Activations binaires : ρ(s) = 1 où s ≥ ½. Tirez pour déplacer le temps.</translation>
    </message>
    <message>
        <source>threshold ½</source>
        <translation>seuil ½</translation>
    </message>
    <message>
        <source>threshold %1</source>
        <translation>seuil %1</translation>
    </message>
    <message>
        <source>output %1</source>
        <translation>sortie %1</translation>
    </message>
    <message>
        <source>layer %1 · %2</source>
        <translation>couche %1 · %2</translation>
    </message>
</context>
<context>
    <name>nudge::WatchedView</name>
    <message>
        <source>The newest training sample in both phases</source>
        <translation>L’image d’apprentissage la plus récente dans les deux phases</translation>
    </message>
    <message>
        <source>label %1</source>
        <translation>étiquette %1</translation>
    </message>
</context>
<context>
    <name>nudge::WindowKeys</name>
    <message>
        <source>All keys</source>
        <translation>Toutes les touches</translation>
    </message>
</context>
<context>
    <name>nudge::WorkspaceBar</name>
    <message>
        <source>Workspaces</source>
        <translation>Espaces de travail</translation>
    </message>
</context>
<context>
    <name>nudge::XnorPage</name>
    <message>
        <source>XNOR and popcount</source>
        <translation>XNOR et popcount</translation>
    </message>
    <message>
        <source>Why binary weights and neurons are cheap: the product of two signs is one gate, their sum a count of ones. All of EP with binary networks comes to this.</source>
        <translation>Pourquoi poids et neurones binaires sont bon marché : le produit de deux signes est une porte, leur somme un compte de uns. Tout EP avec des réseaux binaires se ramène à cela.</translation>
    </message>
    <message>
        <source>bits </source>
        <translation>bits </translation>
    </message>
    <message>
        <source>How many weights the neuron has</source>
        <translation>Combien de poids a le neurone</translation>
    </message>
    <message>
        <source>threshold </source>
        <translation>seuil </translation>
    </message>
    <message>
        <source>The neuron fires where the sum is at least this</source>
        <translation>Le neurone s&apos;active si la somme atteint au moins ceci</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Pas</translation>
    </message>
    <message>
        <source>Multiplies the next pair of signs (.)</source>
        <translation>Multiplie la paire de signes suivante (.)</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>With other signs (R)</source>
        <translation>Avec d&apos;autres signes (R)</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>jusqu&apos;ici</translation>
    </message>
    <message>
        <source>all bits</source>
        <translation>tous les bits</translation>
    </message>
    <message>
        <source>&lt;p style=&apos;font-size:x-large&apos;&gt;popcount = %1 of %2&lt;/p&gt;&lt;p style=&apos;font-size:x-large&apos;&gt;sum = 2 · %1 − %2 = &lt;b&gt;%3&lt;/b&gt; (%4)&lt;/p&gt;&lt;p style=&apos;font-size:x-large&apos;&gt;sum ≥ %5: output %6&lt;/p&gt;</source>
        <translation>&lt;p style=&apos;font-size:x-large&apos;&gt;popcount = %1 sur %2&lt;/p&gt;&lt;p style=&apos;font-size:x-large&apos;&gt;somme = 2 · %1 − %2 = &lt;b&gt;%3&lt;/b&gt; (%4)&lt;/p&gt;&lt;p style=&apos;font-size:x-large&apos;&gt;somme ≥ %5 : sortie %6&lt;/p&gt;</translation>
    </message>
    <message>
        <source>−1 is the bit 0 and +1 the bit 1. Click a bit to turn it.</source>
        <translation>−1 est le bit 0 et +1 le bit 1. Cliquez sur un bit pour le retourner.</translation>
    </message>
</context>
<context>
    <name>nudge::XnorView</name>
    <message>
        <source>Activations, weights and their XNOR</source>
        <translation>Activations, poids et leur XNOR</translation>
    </message>
    <message>
        <source>activations a</source>
        <translation>activations a</translation>
    </message>
    <message>
        <source>weights w</source>
        <translation>poids w</translation>
    </message>
    <message>
        <source>XNOR(w, a)</source>
        <translation>XNOR(w, a)</translation>
    </message>
</context>
</TS>
